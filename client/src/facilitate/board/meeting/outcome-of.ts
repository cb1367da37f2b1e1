import type { Scene } from '@multaqa/shared/facilitate/board/scene/scene';
import type { Thing } from '@multaqa/shared/facilitate/board/scene/thing';
import type { KeeperProps } from '../../../dialogue/room-feature.ts';

type Kind = KeeperProps['kind'];

/** What a note in a frame of a template mostly is. */
const kindsOfFrames: Readonly<Record<string, Kind>> = {
  'gaps.need': 'gap',
  'gaps.resource': 'practice',
  'gaps.support': 'support',
  'quadrants.now': 'decision',
  'quadrants.plan': 'idea',
  'tree.problem': 'gap',
  'tree.causes': 'gap',
  'canvas.steps': 'commitment',
  'canvas.means': 'support',
  'canvas.risks': 'question',
};
/** A card or canvas as a whole is about one thing. */
const kindsOfTemplates: Readonly<Record<string, Kind>> = { practice: 'practice', canvas: 'idea' };

/** Which kind of outcome a thing becomes by itself: what its frame is for, and an idea elsewhere. It can be another one in the notes. */
export function kindWithin(scene: Scene, { frame }: Pick<Thing, 'frame'>): Kind {
  const around = frame === null ? undefined : scene.get(frame);
  const says = around?.kind === 'frame' ? (around.says ?? '') : '';
  const [template = ''] = says.split('.');
  return kindsOfFrames[says] ?? kindsOfTemplates[template] ?? 'idea';
}

/** Characters of a title that are read at a glance. */
const titleLength = 140;

/** A title and the lines below it: the first line, or its first words where it is long. */
export function titleOf(texts: readonly string[]): { title: string; lines: string[] } {
  const [first = '', ...rest] = texts
    .flatMap(text => text.split('\n'))
    .map(line => line.trim())
    .filter(Boolean);
  if (first.length <= titleLength) return { title: first, lines: rest };
  const cut = first.lastIndexOf(' ', titleLength);
  const at = cut > titleLength / 2 ? cut : titleLength;
  return { title: `${first.slice(0, at).trimEnd()} …`, lines: [first, ...rest] };
}
