import type { Language } from '../../kernel/languages.ts';
import type { Names } from '../../names.ts';
import type { BlockInput } from './block.ts';
import { samples } from './template-texts.ts';

/** What an agenda can begin with: blocks with the share of the session that each takes. */
export const templates = {
  exchange: [
    ['welcome', 2],
    ['practice', 3],
    ['alone', 1],
    ['rooms', 6],
    ['harvest', 3],
    ['closing', 2],
  ],
  decision: [
    ['welcome', 2],
    ['alone', 1],
    ['rooms', 5],
    ['harvest', 3],
    ['pause', 1],
    ['decision', 4],
    ['closing', 2],
  ],
  short: [
    ['welcome', 1],
    ['alone', 1],
    ['round', 3],
    ['closing', 1],
  ],
} as const satisfies Record<string, readonly (readonly [keyof typeof samples, number])[]>;
export type Template = keyof typeof templates;
export const templateNames = Object.keys(templates) as [Template, ...Template[]];

/** The blocks of a template as they fill a session of so many minutes, written in these languages. */
export function blocksFrom(
  template: Template,
  written: readonly Language[],
  minutes: number,
): Omit<BlockInput, 'session' | 'block'>[] {
  const parts = templates[template];
  const whole = parts.reduce<number>((sum, [, share]) => sum + share, 0);
  const edge = (share: number) => Math.max(0, Math.round((share * minutes) / whole));
  let before = 0;
  return parts.map(([name, share]) => {
    const length = edge(before + share) - edge(before);
    before += share;
    const { kind, title, goal, method } = samples[name];
    return {
      kind,
      title: inThese(title, written),
      goal: inThese(goal, written),
      method: inThese(method, written),
      materials: {},
      minutes: Math.max(1, length),
      lead: null,
    };
  });
}

const inThese = (names: Required<Names>, written: readonly Language[]): Names =>
  Object.fromEntries(written.map(language => [language, names[language]]));
