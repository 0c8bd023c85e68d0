import { describe, expect, it } from 'vitest';
import { weakestAssumption } from '../../src/analysis/weakest.ts';
import { drawsOf, normals } from './synthetic.ts';

const ids = (n: number) => Array.from({ length: n }, (_, world) => world);
const twin = (world: number) => Math.floor(world / 2);

describe('weakestAssumption', () => {
  /** Rises with the twin, so that ranks are known: 1, 2, 3, ... */
  const rising = { paths: ['a'], uniform: (world: number) => (twin(world) + 0.5) / 100 };

  it("is Spearman's rank correlation with the twins' means", () => {
    // scipy.stats.spearmanr([1 .. 12], [2, 1, 4, 3, 7, 7, 8, 9, 12, 10, 11, 13]) = 0.9632238939652261.
    const means = [2, 1, 4, 3, 7, 7, 8, 9, 12, 10, 11, 13];
    const apart = (world: number) => (world % 2 === 0 ? 5 : -5) * (twin(world) % 3);
    const differences = ids(24).map((world) => means[twin(world)] + apart(world));
    const found = weakestAssumption(differences, ids(24), rising);
    expect(found?.path).toBe('a');
    expect(found?.rho).toBeCloseTo(0.9632238939652261, 12);
  });

  it('names none at or under 3 / sqrt(twins)', () => {
    // Nine twins in perfect order: rho = 1 = 3 / 3. Ten: 1 > 0.949.
    expect(weakestAssumption(ids(18).map(twin), ids(18), rising)).toBeNull();
    expect(weakestAssumption(ids(20).map(twin), ids(20), rising)?.rho).toBeCloseTo(1, 12);
  });

  it('takes the strongest, whatever its sign', () => {
    const draws = drawsOf(['weak', 'strong', 'idle']);
    const normal = normals('weakest');
    const differences = ids(400).map(
      (world) =>
        draws.uniform(world, 'weak') - 3 * draws.uniform(world, 'strong') + 0.1 * normal('luck', world),
    );
    const found = weakestAssumption(differences, ids(400), draws);
    expect(found?.path).toBe('strong');
    expect(found?.rho).toBeLessThan(-0.8);
  });

  it('names none where nothing differs, or nothing is uncertain', () => {
    expect(weakestAssumption(new Float64Array(100), ids(100), rising)).toBeNull();
    expect(weakestAssumption(ids(100), ids(100), { paths: [], uniform: () => 0.5 })).toBeNull();
  });

  it('passes over worlds without a number', () => {
    const differences = ids(40).map((world) => (world % 2 === 0 ? twin(world) : Number.NaN));
    differences[0] = Number.NaN;
    expect(weakestAssumption(differences, ids(40), rising)?.rho).toBeCloseTo(1, 12);
  });

  it('seldom names any of 150 idle inputs', () => {
    const paths = Array.from({ length: 150 }, (_, i) => `idle.${i}`);
    const normal = normals('many');
    const named = Array.from({ length: 400 }, (_, study) => {
      const draws = drawsOf(paths.map((path) => `${study}.${path}`));
      const differences = ids(100).map((world) => normal(`luck${study}`, world));
      return weakestAssumption(differences, ids(100), draws);
    }).filter((found) => found !== null);
    // 27 in 10,000, 4 standard errors of 400 tries above: at three standard errors each it would be some 130.
    expect(named.length / 400).toBeLessThan(0.0027 + 4 * Math.sqrt(0.0027 / 400));
  });

  // |rho| of an idle input passes 3 / sqrt(twins) about 27 times in 10,000: 4 standard errors of 2,000 tries.
  it('seldom names an idle input', () => {
    const paths = Array.from({ length: 2000 }, (_, i) => `idle.${i}`);
    const draws = drawsOf(paths);
    const normal = normals('idle');
    const differences = ids(100).map((world) => normal('luck', world));
    const named = paths.filter(
      (path) => weakestAssumption(differences, ids(100), { ...draws, paths: [path] }) !== null,
    );
    expect(named.length / 2000).toBeLessThan(0.0027 + 4 * Math.sqrt(0.0027 / 2000));
  });
});
