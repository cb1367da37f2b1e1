import * as Y from 'yjs';
import type { KeeperProps } from '../../dialogue/room-feature.ts';

type Kept = Pick<KeeperProps, 'outcome' | 'kind' | 'title' | 'lines'>;

/** An outcome as it stands in notes: with a title and at least one paragraph, which may be empty. */
export function outcomeOf({ outcome: id, kind, title, lines }: Kept): Y.XmlElement {
  const outcome = new Y.XmlElement('outcome');
  outcome.setAttribute('id', id);
  outcome.setAttribute('kind', kind);
  // A body is never without a paragraph.
  const paragraphs = lines.length > 0 ? lines.map(line => [new Y.XmlText(line)]) : [[]];
  const body = withContent(
    'outcomeBody',
    paragraphs.map(content => withContent('paragraph', content)),
  );
  outcome.insert(0, [withContent('outcomeTitle', [new Y.XmlText(title)]), body]);
  return outcome;
}

function withContent(name: string, content: readonly (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const element = new Y.XmlElement(name);
  element.insert(0, [...content]);
  return element;
}
