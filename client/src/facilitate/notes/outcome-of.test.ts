import { textName } from '@multaqa/shared/facilitate/notes/document/names';
import { readOutcome } from '@multaqa/shared/facilitate/notes/document/read-outcomes';
import { strayIn } from '@multaqa/shared/facilitate/notes/document/stray';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { newId } from '../../platform/ids.ts';
import { outcomeOf } from './outcome-of.ts';

test.each([[[]], [['one line']], [['one', 'مضخة']]])(
  'what is kept belongs into notes and is read again, with the lines %j',
  lines => {
    const doc = new Y.Doc();
    const outcome = newId();
    doc
      .getXmlFragment(textName)
      .insert(0, [outcomeOf({ outcome, kind: 'gap', title: 'Nobody repairs the pumps', lines })]);
    expect(strayIn(doc)).toEqual([]);
    const element = doc.getXmlFragment(textName).get(0) as Y.XmlElement;
    expect(readOutcome(element, outcome)).toMatchObject({
      ...{ kind: 'gap', title: 'Nobody repairs the pumps', text: lines.join('\n') },
    });
  },
);
