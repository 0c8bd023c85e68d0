/** What the sandbox begins with when somebody wants to try a question of their own. */
export const blank = `# Change what you like, in the inputs or here: both say the same.
# 在参数中或在此处修改均可，两边内容一致。
seedbed: 1
title: { en: My own question, zh-CN: 我的问题 }
horizon: 12 months
community: { members: 1000 }
# The first arm is the baseline. 第一个方案为基准。
arms:
  - name: nothing
    label: { en: Nothing, zh-CN: 什么也不做 }
  - name: ads
    label: { en: Ads, zh-CN: 广告 }
    tactics: { ads: {} }
judge: { metric: net revenue, matters: 2% }
`;
