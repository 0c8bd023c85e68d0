/** Given names for people of a world: short, at home in many places, of nobody in particular. */
import { PROSPECT_KEYS } from '../population/people.ts';
import type { Locale } from './format.ts';

const split = (names: string): readonly string[] => names.trim().split(/\s+/);

export const names: Readonly<Record<Locale, readonly string[]>> = {
  en: split(`
  Ada Adi Aiden Aiko Ailin Akira Alba Alex Alma Ami Amir Ana Anan Andi Anka Ari Ariel Arlo Asa Ash Asta Aubrey
  Avery Aya Bao Bela Beni Blair Bo Brook Cai Cam Carmen Casey Chan Chao Charlie Chen Chi Chun Clara Cleo Cody
  Cora Dali Dana Dani Dara Devi Devon Dian Dong Drew Eden Eira Eli Ella Elis Elm Emery Emi Enya Eryn Esme Etta
  Eva Ezra Fable Fang Fay Fei Fen Finley Flor Frankie Gael Gale Gen Gili Gray Guo Hai Hana Hao Harper Haru
  Hayden He Hollis Hong Hua Hui Ida Ilan Imani Indi Ines Ira Iris Isa Ivy Jade Jaden Jae Jai Jamie Jan Jia
  Jian Jie Jing Jo Jodie Jona Jordan Joss Juli Jun Juno Kai Kamala Kari Kei Kelly Kendall Kerry Kim Kit Kiran
  Koda Lake Lan Lane Lani Lark Lee Lei Leni Li Lian Liang Lin Ling Logan Lou Luca Lumi Luz Mai Maia Man Marlo
  Mei Meng Meri Mica Milan Mina Ming Mio Mira Moe Morgan Nam Nan Nao Nari Nela Nia Nico Nika Nima Ning Noa
  Noor Nova Nuo Oak Ola Oli Omi Orin Ova Pao Parker Pat Paz Pei Phoenix Pia Ping Qi Qian Qing Quinn Rain Ran
  Ravi Ray Reed Remy Ren Ria Riley Rio River Robin Roan Romy Rong Rory Rowan Rui Rumi Sage Sam Sami Sasha
  Selin Shan Shea Shen Shiloh Shu Sidney Sky Sol Song Suki Sun Sutton Tai Tal Tamar Tao Taylor Teo Terry Tian
  Timo Toby Toni Tove Uma Umi Val Vega Vian Wei Wen Wren Xia Xiao Xin Xing Xue Yan Yang Yara Yi Yin Ying Yong
  Yu Yuan Yue Yuki Yun Zan Zara Zen Zhen Zhi Zhu Zi Zoe Zora
`),
  'zh-CN': split(`
  安然 安宁 安和 白露 白杨 冰清 晨曦 晨光 晨星 初晴 初雪 初夏 春晓 春禾 春山 丹青 丹枫 冬青
  冬阳 恩泽 凡星 方舟 方圆 菲雨 风禾 海宁 海青 海星 海月 航远 禾苗 禾田 和光 和风 恒远 恒心
  弘毅 弘文 华年 嘉木 嘉禾 嘉言 嘉宁 江月 江南 江帆 静远 静好 佳音 佳禾 景明 景行 景和 君竹
  可心 可言 可为 岚山 岚风 乐山 乐水 乐言 乐天 林深 林溪 林夏 林风 灵犀 柳青 柳岸 路遥 路远
  明月 明远 明川 明朗 明溪 木子 木青 木棉 南风 南星 南乔 南溪 宁远 宁静 平川 平安 其琛 千山
  千帆 千禾 青山 青禾 青云 青柠 青岚 清源 清越 清和 清风 秋实 秋水 秋白 秋池 然然 若水 若木
  若谷 若晴 若溪 山岚 山月 尚文 尚远 诗远 诗言 时雨 时安 时光 书言 书航 书宁 书禾 舒然 舒云
  舒扬 朔风 思远 思源 思齐 思宁 思语 松月 松风 松涛 桃溪 天青 天朗 天佑 田园 田野 维安 维桢
  文心 文博 文溪 文远 希言 希文 希望 希宁 溪云 溪山 溪月 夏言 夏禾 夏至 夏风 晓峰 晓晨 晓光
  晓枫 晓雨 心远 心怡 心言 心宁 星河 星辰 星野 星宇 雅言 雅宁 言希 言午 言川 一诺 一凡 一帆
  一鸣 一禾 亦然 亦凡 亦安 音希 雨田 雨泽 雨晨 雨桐 语桐 语晨 语山 远山 远航 远帆 月白 月明
  月溪 悦然 悦宁 悦心 云帆 云川 云舒 云深 云起 知夏 知秋 知远 知行 知微 知白 之远 之言 之恒
  竹青 竹溪 竹雨 子安 子衿 子墨 子禾 子言 子航 梓晨 梓涵 梓安
`),
};

/** A step without a common divisor with either number of names, so that neighbors are not named in the order of letters. */
const STEP = 97;

/**
 * The name of the person with this key: always the same, and of nobody else who can come in. Founders and prospects take
 * turns, and who comes after all names are given carries a number: `Lin`, `Lin 2`.
 */
export function personName(key: number, locale: Locale): string {
  const pool = names[locale];
  const seat = key < PROSPECT_KEYS ? 2 * key : 2 * (key - PROSPECT_KEYS) + 1;
  const name = pool[((seat % pool.length) * STEP) % pool.length];
  const round = Math.floor(seat / pool.length) + 1;
  return round === 1 ? name : `${name} ${round}`;
}
