import { digest } from '@multaqa/shared/facilitate/notes/document/digest';
import { saidIn } from '@multaqa/shared/facilitate/notes/document/read-outcomes';
import type { Node } from '@tiptap/pm/model';

const digests = new WeakMap<Node, { title: Node; digest: string }>();

/** The digest of what an outcome says in its first language, as the server makes it; remembered while title and text stay the same. */
export function digestOf(outcome: Node): string {
  const [title, body] = [outcome.child(0), outcome.child(1)];
  const known = digests.get(body);
  if (known?.title === title) return known.digest;
  const made = digest(saidIn(wordsOf(title), body.children.map(wordsOf)));
  digests.set(body, { title, digest: made });
  return made;
}

/** The words of a block as the server reads them: without those that somebody suggests to add. */
function wordsOf(block: Node): string {
  let words = '';
  block.descendants(node => {
    if (node.type.name === 'hardBreak') words += '\n';
    else if (node.isText && !node.marks.some(({ type }) => type.name === 'insertion')) words += node.text ?? '';
  });
  return words;
}

/** True when the second language was written for another text than that of now. */
export function isOlder(outcome: Node): boolean {
  const translation = outcome.maybeChild(2);
  return translation ? translation.textContent !== '' && translation.attrs.of !== digestOf(outcome) : false;
}
