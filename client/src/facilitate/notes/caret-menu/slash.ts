import { outcomeKinds } from '@multaqa/shared/facilitate/notes/outcomes';
import { type ChainedCommands, Extension } from '@tiptap/core';
import { isChangeOrigin } from '@tiptap/extension-collaboration';
import { PluginKey } from '@tiptap/pm/state';
import { Suggestion } from '@tiptap/suggestion';
import { insertOutcome, outcomeAt } from '../outcome/outcome-blocks.ts';
import { type Block, blocks, searchWords } from './block-words.ts';
import { type CaretItem, type CaretMenuStore, renderedIn } from './caret-menu.ts';
import { begins } from './search.ts';

const all: readonly Exclude<CaretItem, { kind: 'person' }>[] = [
  ...outcomeKinds.map(of => ({ kind: 'outcome', of }) as const),
  ...blocks.map(of => ({ kind: 'block', of }) as const),
];

/** The menu of blocks that `/` opens. */
export const slashMenu = (menu: CaretMenuStore) =>
  Extension.create({
    name: 'slashMenu',
    addProseMirrorPlugins() {
      return [
        Suggestion<CaretItem, CaretItem>({
          editor: this.editor,
          pluginKey: new PluginKey('slashMenu'),
          char: '/',
          allow: ({ state }) => {
            const { type } = state.selection.$from.parent;
            return !type.spec.code && type.name !== 'outcomeTitle';
          },
          shouldShow: ({ transaction }) => !isChangeOrigin(transaction),
          // A text in an outcome holds lines alone; the next outcome comes below this one.
          items: ({ query, editor: { state } }) =>
            all.filter(({ kind, of }) => (kind === 'outcome' || !outcomeAt(state)) && begins(searchWords[of], query)),
          command: ({ editor, range, props }) => {
            const chain = editor.chain().focus().deleteRange(range);
            if (props.kind === 'outcome') chain.command(({ tr }) => insertOutcome(tr, props.of)).run();
            if (props.kind === 'block') inserted[props.of](chain).run();
          },
          render: renderedIn(menu),
        }),
      ];
    },
  });

const inserted: Record<Block, (chain: ChainedCommands) => ChainedCommands> = {
  'heading.1': chain => chain.setHeading({ level: 1 }),
  'heading.2': chain => chain.setHeading({ level: 2 }),
  bulletList: chain => chain.toggleBulletList(),
  orderedList: chain => chain.toggleOrderedList(),
  taskList: chain => chain.toggleTaskList(),
  table: chain => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }),
  quote: chain => chain.setBlockquote(),
  rule: chain => chain.setHorizontalRule(),
};
