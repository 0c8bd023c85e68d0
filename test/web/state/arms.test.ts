import { describe, expect, it } from 'vitest';
import { MAX_ARMS } from '../../../src/scenario/fields.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import { table } from '../../../src/scenario/table.ts';
import {
  addArm,
  armNames,
  makeBaseline,
  removeArm,
  renameArm,
  setTactic,
  unsetTactic,
} from '../../../web/state/arms.ts';
import type { Edited } from '../../../web/state/change.ts';
import { editDocument, readValue } from '../../../web/state/document.ts';
import { placeOf } from '../../../web/state/place.ts';
import { names, textOf } from './gallery.ts';

const flagship = textOf('blunt-vs-tailored-ads');
const same = textOf('a-a');

function textFrom(edited: Edited): string {
  if ('fault' in edited) throw new Error(edited.fault);
  return edited.text;
}

function scenarioOf(text: string) {
  const { scenario, problems } = parseScenario(text, 'x.yaml');
  if (scenario === null) throw new Error(JSON.stringify(problems));
  return scenario;
}

/** Tactics in use by arm. */
const tacticsOf = (text: string) =>
  scenarioOf(text).arms.map(({ tactics }) => tactics.map(({ name }) => name).join());

describe('arms', () => {
  it.each(names)('are added as a copy with a name of their own: %s', (name) => {
    const text = textOf(name);
    const { arms } = scenarioOf(text);
    const added = scenarioOf(textFrom(addArm(text, 1, 'Mine: #1')));
    expect(added.arms.slice(0, -1)).toEqual(arms);
    expect(added.arms.at(-1)).toEqual({ ...arms[1], name: 'Mine: #1', label: { en: 'Mine: #1' } });
  });

  it('get a free name where theirs is taken', () => {
    let text = flagship;
    for (let i = 0; i < 3; i++) text = textFrom(addArm(text, 0, 'No ads'));
    expect(armNames(text).slice(2)).toEqual(['No ads', 'No ads (2)', 'No ads (3)', 'No ads (4)']);
    expect(armNames(textFrom(renameArm(text, 0, 'No ads')))[0]).toBe('No ads (5)');
    const long = 'x'.repeat(60);
    expect(armNames(textFrom(addArm(textFrom(addArm(flagship, 0, long)), 0, long))).at(-1)).toHaveLength(58);
  });

  it('are made from what all share where a file lists none', () => {
    const text = textFrom(addArm('seedbed: 1\ntitle: x\ntactics: { ads: {} }\n', 0, 'Mine'));
    expect(armNames(text)).toEqual(['base', 'Mine']);
    expect(tacticsOf(text)).toEqual(['ads', 'ads']);
    expect(armNames('seedbed: 1')).toEqual(['base']);
  });

  it('are renamed, and their old label goes', () => {
    const text = textFrom(renameArm(flagship, 1, '  新的\n名称\u202e '));
    expect(scenarioOf(text).arms[1]).toMatchObject({ name: '新的 名称', label: { en: '新的 名称' } });
    expect(renameArm(flagship, 1, ' \n')).toMatchObject({ fault: 'bad name' });
    expect(armNames(textFrom(renameArm(flagship, 1, '👍'.repeat(50))))[1]).toBe('👍'.repeat(30));
    expect(textFrom(renameArm(flagship, 1, 'Tailored ads'))).toContain('- name: Tailored ads\n    tactics');
  });

  it('are removed down to one', () => {
    const two = textFrom(removeArm(flagship, 1));
    expect(armNames(two)).toEqual(['Blunt ads', 'No ads']);
    const one = textFrom(removeArm(two, 0));
    expect(armNames(one)).toEqual(['No ads']);
    expect(removeArm(one, 0)).toMatchObject({ fault: 'last arm' });
  });

  it('become the baseline without any other change', () => {
    const { arms } = scenarioOf(flagship);
    expect(scenarioOf(textFrom(makeBaseline(flagship, 2))).arms).toEqual([arms[2], arms[0], arms[1]]);
    expect(textFrom(makeBaseline(flagship, 0))).toBe(flagship);
    expect(textFrom(makeBaseline(textFrom(makeBaseline(flagship, 1)), 1))).toBe(flagship);
  });

  it('that are not there, or too many, are refused', () => {
    for (const arm of [3, -1, 0.5, Number.NaN]) {
      expect(removeArm(flagship, arm)).toMatchObject({ fault: 'no such arm' });
      expect(makeBaseline(flagship, arm)).toMatchObject({ fault: 'no such arm' });
      expect(renameArm(flagship, arm, 'x')).toMatchObject({ fault: 'no such arm' });
      expect(addArm(flagship, arm, 'x')).toMatchObject({ fault: 'no such arm' });
    }
    let full = flagship;
    while (armNames(full).length < MAX_ARMS) full = textFrom(addArm(full, 0, 'x'));
    expect(addArm(full, 0, 'x')).toMatchObject({ fault: 'too many arms' });
    for (const broken of ['arms: [', 'arms: 3', 'x', '', '- 1'])
      for (const result of [
        addArm(broken, 0, 'x'),
        removeArm(broken, 0),
        makeBaseline(broken, 1),
        setTactic(broken, 0, 'ads'),
      ])
        expect('fault' in result || 'text' in result).toBe(true);
  });
});

describe('tactics', () => {
  it('are used and left in one arm', () => {
    const used = textFrom(setTactic(flagship, 2, 'coupons', { depth: '20%' }));
    expect(tacticsOf(used)).toEqual(['ads', 'ads', 'coupons']);
    expect(textFrom(unsetTactic(used, 2, 'coupons'))).toBe(flagship);
    expect(tacticsOf(textFrom(unsetTactic(flagship, 0, 'ads')))).toEqual(['', 'ads', '']);
  });

  it('that all arms share are switched off in one, and on again', () => {
    const off = textFrom(unsetTactic(same, 1, 'ads'));
    expect(tacticsOf(off)).toEqual(['ads,coupons', 'coupons', 'ads,coupons']);
    expect(textFrom(setTactic(off, 1, 'ads'))).toBe(same);
    expect(textFrom(setTactic(same, 1, 'ads'))).toBe(same);
  });

  it('are used and left by all arms', () => {
    expect(tacticsOf(textFrom(unsetTactic(same, null, 'ads')))).toEqual(['coupons', 'coupons', 'coupons']);
    expect(tacticsOf(textFrom(setTactic(flagship, null, 'coupons')))).toEqual([
      'coupons,ads',
      'coupons,ads',
      'coupons',
    ]);
  });

  it('keep their settings when they are set without any', () => {
    expect(textFrom(setTactic(flagship, 0, 'ads'))).toBe(flagship);
    expect(setTactic(flagship, 0, '__proto__')).toMatchObject({ fault: 'not allowed' });
  });
});

describe('the place of a number', () => {
  it('is in the arm, in what all share, or nowhere', () => {
    expect(placeOf(flagship, 1, 'tactics.ads.load')).toMatchObject({
      from: 'arm',
      value: '6 per hour',
      read: ['arms', 1, 'tactics', 'ads', 'load'],
      overriddenIn: [0, 1],
    });
    expect(placeOf(flagship, 1, 'buy.margin')).toMatchObject({
      from: 'shared',
      value: '40%',
      write: ['arms', 1, 'buy', 'margin'],
    });
    expect(placeOf(flagship, null, 'buy.margin')).toMatchObject({
      from: 'shared',
      write: ['buy', 'margin'],
      overriddenIn: [],
    });
    expect(placeOf(flagship, 0, 'leave.base')).toMatchObject({
      from: 'default',
      read: null,
      value: undefined,
    });
    expect(placeOf('arms: [', 0, 'leave.base')).toMatchObject({ from: 'default' });
    expect(placeOf('buy: { margin: 5% }', 0, 'buy.margin')).toMatchObject({
      write: ['buy', 'margin'],
      from: 'shared',
    });
  });

  it('is not the shared one where the arm has switched the tactic off', () => {
    const text = textFrom(
      unsetTactic('tactics: { ads: { load: 3 per hour } }\narms: [{ name: a }, { name: b }]', 0, 'ads'),
    );
    expect(placeOf(text, 0, 'tactics.ads.load')).toMatchObject({ from: 'default', shared: '3 per hour' });
    expect(placeOf(text, 1, 'tactics.ads.load')).toMatchObject({ from: 'shared' });
  });

  it('holds what is written there, for every fourth number of the table', () => {
    for (const { path } of table.filter((_, i) => i % 4 === 0)) {
      const { write } = placeOf(flagship, 1, path);
      const text = textFrom(editDocument(flagship, [{ path: write, value: 'here' }]));
      expect(placeOf(text, 1, path)).toMatchObject({ from: 'arm', value: 'here' });
      expect(readValue(text, write)).toBe('here');
    }
  });
});
