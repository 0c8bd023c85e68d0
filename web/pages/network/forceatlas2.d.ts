/** One round of the layout, on rows of ten numbers a node and three a tie. The package types only its larger forms. */
declare module 'graphology-layout-forceatlas2/iterate.js' {
  interface LayoutSettings {
    readonly linLogMode: boolean;
    readonly outboundAttractionDistribution: boolean;
    readonly adjustSizes: boolean;
    readonly edgeWeightInfluence: number;
    readonly scalingRatio: number;
    readonly strongGravityMode: boolean;
    readonly gravity: number;
    readonly slowDown: number;
    readonly barnesHutOptimize: boolean;
    readonly barnesHutTheta: number;
  }
  export default function iterate(settings: LayoutSettings, nodes: Float32Array, ties: Float32Array): void;
}
