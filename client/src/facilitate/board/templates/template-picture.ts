import { drawBoard } from '@multaqa/shared/facilitate/board/draw/draw-board';
import type { Scene } from '@multaqa/shared/facilitate/board/scene/scene';
import { partsOfTemplate, thingsOfTemplate } from '@multaqa/shared/facilitate/board/templates/make-template';
import { saidBy } from '@multaqa/shared/facilitate/board/templates/sentences';
import type { Template } from '@multaqa/shared/facilitate/board/templates/templates';
import type { TextDirection } from '@multaqa/shared/kernel/direction';
import type { Language } from '@multaqa/shared/kernel/languages';

/** A small picture of a template, as an address: it is drawn as the template will be, in the language of whoever looks. */
export function templatePicture(template: Template, language: Language, direction: TextDirection): string {
  const ids = Array.from({ length: partsOfTemplate(template) }, (_, at) => String(at).padStart(10, '0'));
  const things = thingsOfTemplate(template, ids, { at: [0, 0], z: 1, direction });
  const scene: Scene = new Map(things.map(([id, data]) => [id, { ...data, id, client: 0, by: null }]));
  const { svg } = drawBoard(scene, {
    ...{ title: '', language, direction, dots: {}, said: key => saidBy(key, language) },
    nameOf: () => null,
    imageOf: () => null,
  });
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
