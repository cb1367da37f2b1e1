import { type Extensions, getSchema, Node } from '@tiptap/core';
import { TaskItem, TaskList } from '@tiptap/extension-list';
import { TableKit } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';
import { Comment, Deletion, Direction, Insertion, Mention, Prompt } from './inline-nodes.ts';
import { OutcomeBody, OutcomeNode, OutcomeTitle, OutcomeTranslation } from './outcome-nodes.ts';

/** A document is blocks, and outcomes between them. */
const NoteDocument = Node.create({ name: 'doc', topNode: true, content: '(block | outcome)+' });

/** True for the links that a note may have; everything else, `javascript:` above all, is taken off. */
export const isAllowedLink = (href: unknown): href is string =>
  typeof href === 'string' && href.length <= 2_000 && /^(https:\/\/[^\s/?#]|mailto:[^\s@]+@[^\s@]+$)/i.test(href);

/** Everything that a note can hold. Server and browser build on the same list; the browser adds how it is drawn and typed. */
// Their types stay visible, since whoever builds an editor on them has the commands that they declare.
export const noteExtensions = [
  NoteDocument,
  StarterKit.configure({
    document: false,
    undoRedo: false,
    trailingNode: false,
    heading: { levels: [1, 2, 3] },
    link: {
      openOnClick: false,
      autolink: true,
      defaultProtocol: 'https',
      isAllowedUri: isAllowedLink,
      HTMLAttributes: { rel: 'noopener noreferrer nofollow', target: '_blank' },
    },
  }),
  TaskList,
  // A task is called what it says, in whatever language.
  TaskItem.configure({ nested: true, a11y: { checkboxLabel: ({ textContent }) => textContent || '…' } }),
  TableKit.configure({ table: { resizable: false } }),
  Mention,
  Prompt,
  Comment,
  Insertion,
  Deletion,
  Direction,
  OutcomeNode,
  OutcomeTitle,
  OutcomeBody,
  OutcomeTranslation,
] satisfies Extensions;

/** The ProseMirror schema of a note. */
export const noteSchema = getSchema(noteExtensions);
