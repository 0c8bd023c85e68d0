/** Mean length of a month. [days] */
export const MONTH_DAYS = 30.4375;
