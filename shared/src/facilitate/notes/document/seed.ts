import * as Y from 'yjs';
import { type Template, templates } from '../templates.ts';
import { textName } from './names.ts';

/** Begins the notes of a room with the headings of a template, each with an empty line to write into. */
export function seedWith(template: Template): (doc: Y.Doc) => void {
  return doc => {
    const blocks = templates[template].flatMap(key => {
      const prompt = new Y.XmlElement('prompt');
      prompt.setAttribute('prompt', key);
      return [prompt, new Y.XmlElement('paragraph')];
    });
    doc.getXmlFragment(textName).insert(0, blocks);
  };
}
