/** What the tornado says. */
export const tornadoWords = {
  en: {
    noNumbers: 'No assumption can be told apart here: nothing is uncertain, or too few worlds are run',
    noneClear: 'No single assumption moves the difference clearly',
    most: '{label} moves the difference most; nothing in your ranges flips it',
    mostFlips: '{label} moves the difference most, and within its range it flips',
    mostOtherFlips: '{label} moves the difference most; {other} could flip it',
    subtitle:
      'Mean difference in {metric}, {arm} minus {baseline}, from the lowest (○) to the highest (●) fifth of each input’s draws; hollow where the baseline is ahead',
    subtitleMonthly:
      'Mean difference in {metric} by month, {arm} minus {baseline}, from the lowest (○) to the highest (●) fifth of each input’s draws; hollow where the baseline is ahead',
    noFlip: 'Nothing in your ranges flips it',
    flipAbove:
      'It stays true on average unless {label} is above {value} (middle of your range {assumed}, range {range})',
    flipBelow:
      'It stays true on average unless {label} is below {value} (middle of your range {assumed}, range {range})',
    stop: '. ',
    input: 'Input',
    range: 'Range',
    lowest: 'Lowest fifth',
    highest: 'Highest fifth',
    turns: 'Flips within its range',
    yes: 'yes',
    no: 'no',
    unclear: 'not clear',
    note: '{label}: {low} in the lowest fifth, {high} in the highest',
  },
  'zh-CN': {
    noNumbers: '此处无法区分各项假设：没有不确定的输入，或模拟世界太少',
    noneClear: '没有哪一项假设明显左右差异',
    most: '{label}对差异影响最大；在您给出的区间内，没有什么会使结论反转',
    mostFlips: '{label}对差异影响最大，且在其区间内会使结论反转',
    mostOtherFlips: '{label}对差异影响最大；{other}可能使结论反转',
    subtitle:
      '{metric}的平均差异，{arm}减{baseline}，从各输入取值最低的五分之一（○）到最高的五分之一（●）；空心处为基线领先',
    subtitleMonthly:
      '平均每月的{metric}差异，{arm}减{baseline}，从各输入取值最低的五分之一（○）到最高的五分之一（●）；空心处为基线领先',
    noFlip: '在您给出的区间内，没有什么会使结论反转',
    flipAbove: '平均而言结论成立，除非{label}高于 {value}（区间中点 {assumed}，区间 {range}）',
    flipBelow: '平均而言结论成立，除非{label}低于 {value}（区间中点 {assumed}，区间 {range}）',
    stop: '。',
    input: '输入',
    range: '区间',
    lowest: '最低五分之一',
    highest: '最高五分之一',
    turns: '区间内会反转',
    yes: '会',
    no: '不会',
    unclear: '不明显',
    note: '{label}：最低五分之一时 {low}，最高五分之一时 {high}',
  },
} as const;
