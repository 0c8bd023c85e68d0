/** The generator alone, without its five sisters that nobody uses here. */
declare module 'seedrandom/seedrandom.js' {
  export { default } from 'seedrandom';
}
