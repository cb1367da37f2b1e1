import { textName } from '@multaqa/shared/facilitate/notes/document/names';
import { idOf } from '@multaqa/shared/facilitate/notes/document/read-outcomes';
import type { Id } from '@multaqa/shared/kernel/ids';
import { limits } from '@multaqa/shared/limits';
import * as Y from 'yjs';
import { derivedId } from '../../dialogue/derived-id.ts';

/** How an outcome's element is told from every other in all documents: by the item of Yjs that brought it in. */
const itemOf = ({ _item }: Y.XmlElement): string => (_item ? `${_item.id.client}:${_item.id.clock}` : 'none');

/** Whose editor brought an element in, as a client id of Yjs; null for one that is in no document. */
export const clientOf = ({ _item }: Y.XmlElement): number | null => _item?.id.client ?? null;

/**
 * The outcomes of a document by their ids, in its order. Two elements never share one: the first in the document keeps the id, and the others, like
 * those without an id and those whose id another document holds, get one that follows from the item of Yjs.
 */
export function outcomeElements(
  doc: Y.Doc,
  name: string,
  isElsewhere: (outcome: Id) => boolean,
): ReadonlyMap<Id, Y.XmlElement> {
  const found = new Map<Id, Y.XmlElement>();
  for (const element of doc.getXmlFragment(textName).toArray()) {
    if (!(element instanceof Y.XmlElement) || element.nodeName !== 'outcome') continue;
    if (found.size >= limits.outcomesPerDocument) break;
    const own = idOf(element);
    const isFree = own !== null && !found.has(own) && !isElsewhere(own);
    found.set(isFree ? own : derivedId(`${name} ${itemOf(element)}`), element);
  }
  return found;
}

/** Keeps what was read of each element until it changes. */
export function rememberReadings<Reading>(doc: Y.Doc): {
  of(element: Y.XmlElement, read: () => Reading): Reading;
  close(): void;
} {
  const readings = new Map<Y.XmlElement, Reading>();
  const text = doc.getXmlFragment(textName);
  const forget = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]) => {
    for (const { target } of events) readings.delete(topOf(target, text) as Y.XmlElement);
  };
  text.observeDeep(forget);
  return {
    of(element, read) {
      const reading = readings.get(element) ?? read();
      readings.set(element, reading);
      return reading;
    },
    close: () => text.unobserveDeep(forget),
  };
}

/** The document's own child that holds this part. */
function topOf(part: Y.AbstractType<unknown>, text: Y.XmlFragment): Y.AbstractType<unknown> {
  let top = part;
  while (top.parent && top.parent !== (text as Y.AbstractType<unknown>)) top = top.parent;
  return top;
}
