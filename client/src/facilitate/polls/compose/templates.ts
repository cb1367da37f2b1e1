import type { LabelName } from '@multaqa/shared/facilitate/polls/kinds/kind';
import type { KindName } from '@multaqa/shared/facilitate/polls/kinds/kinds';
import type { Sheet } from '@multaqa/shared/facilitate/polls/sheet';
import type { Language } from '@multaqa/shared/kernel/languages';
import { newSheet } from './new-sheet.ts';
import type texts from './texts/en.json';

type Key = Extract<keyof typeof texts, `compose.t.${string}`>;

type Template = {
  id: 'confidence' | 'priorities' | 'consent' | 'effort' | 'word' | 'learned' | 'temperature';
  kind: KindName;
  question: Key;
  options: readonly Key[];
  labels: { readonly [Label in LabelName]?: Key };
  more: Partial<Pick<Sheet, 'names' | 'results'>>;
};

/** Polls to begin with, as keys of texts: they are written in every language of a dialogue. */
export const templates: readonly Template[] = [
  {
    id: 'confidence',
    kind: 'scale',
    question: 'compose.t.confidence',
    options: ['compose.t.confidence.know', 'compose.t.confidence.do', 'compose.t.confidence.help'],
    labels: { low: 'compose.t.not-at-all', high: 'compose.t.fully' },
    more: {},
  },
  {
    id: 'priorities',
    kind: 'points',
    question: 'compose.t.priorities',
    options: ['compose.t.training', 'compose.t.markets', 'compose.t.money', 'compose.t.places'],
    labels: {},
    more: { names: 'after', results: 'after' },
  },
  {
    id: 'consent',
    kind: 'yes-no',
    question: 'compose.t.consent',
    options: ['compose.t.consent.one', 'compose.t.consent.two', 'compose.t.consent.three'],
    labels: {},
    more: { names: 'after', results: 'after' },
  },
  {
    id: 'effort',
    kind: 'placement',
    question: 'compose.t.effort',
    options: ['compose.t.training', 'compose.t.markets', 'compose.t.money'],
    labels: {
      left: 'compose.t.little-effort',
      right: 'compose.t.much-effort',
      bottom: 'compose.t.little-effect',
      top: 'compose.t.much-effect',
    },
    more: {},
  },
  { id: 'word', kind: 'cloud', question: 'compose.t.word', options: [], labels: {}, more: {} },
  {
    id: 'learned',
    kind: 'text',
    question: 'compose.t.learned',
    options: [],
    labels: {},
    more: { names: 'never', results: 'after' },
  },
  {
    id: 'temperature',
    kind: 'single',
    question: 'compose.t.temperature',
    options: ['compose.t.energy.high', 'compose.t.energy.fine', 'compose.t.energy.low'],
    labels: {},
    more: { names: 'never', results: 'after' },
  },
];

type Spoken = readonly (readonly [Language, (key: Key) => string])[];

/** The sheet of a template, written in these languages. */
export function sheetOf(template: Template, spoken: Spoken): Sheet {
  const inAll = (key: Key) => Object.fromEntries(spoken.map(([language, text]) => [language, text(key)]));
  return {
    ...newSheet(template.kind),
    question: inAll(template.question),
    options: template.options.map((key, at) => ({ option: `o${at + 1}`, names: inAll(key) })),
    labels: Object.fromEntries(Object.entries(template.labels).map(([label, key]) => [label, inAll(key)])),
    ...template.more,
  };
}
