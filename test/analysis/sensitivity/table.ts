// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: drawn values
/** Three inputs and an outcome, drawn once with numpy. */
const table = [
  [0.805, 0.808, 0.515, 7.04],
  [0.286, 0.054, 0.383, 1.67],
  [0.408, 0.045, 0.049, 2.89],
  [0.999, 0.652, 0.235, 5.92],
  [0.435, 0.974, 0.898, 7.96],
  [0.844, 0.392, 0.493, 3.82],
  [0.677, 0.061, 0.556, 2.65],
  [0.271, 0.88, 0.064, 6.12],
  [0.679, 0.87, 0.227, 8.55],
  [0.895, 0.872, 0.019, 8.75],
  [0.707, 0.001, 0.503, 4.33],
  [0.437, 0.203, 0.325, 3.09],
  [0.806, 0.316, 0.149, 4.78],
  [0.699, 0.449, 0.799, 4.42],
  [0.236, 0.32, 0.8, 1.6],
  [0.507, 0.506, 0.236, 4.17],
];
export const inputs = table.map((row) => row.slice(0, 3));
export const outcomes = table.map(([, , , y]) => Float64Array.of(y));
