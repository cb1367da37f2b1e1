import { Extension } from '@tiptap/core';
import { isChangeOrigin } from '@tiptap/extension-collaboration';
import { PluginKey } from '@tiptap/pm/state';
import { Suggestion } from '@tiptap/suggestion';
import type { NoteReaderStore } from '../editor/note-reader.ts';
import { type CaretItem, type CaretMenuStore, renderedIn } from './caret-menu.ts';
import { begins } from './search.ts';

/** How many people the menu shows at once. */
const shown = 8;

/** The menu of people that `@` opens; by name or by town. */
export const mentionMenu = (menu: CaretMenuStore, reader: NoteReaderStore) =>
  Extension.create({
    name: 'mentionMenu',
    addProseMirrorPlugins() {
      return [
        Suggestion<CaretItem, CaretItem>({
          editor: this.editor,
          pluginKey: new PluginKey('mentionMenu'),
          char: '@',
          allow: ({ state }) => {
            const { parent } = state.selection.$from;
            return parent.inlineContent && parent.type.name !== 'outcomeTitle' && !parent.type.spec.code;
          },
          shouldShow: ({ transaction }) => !isChangeOrigin(transaction),
          items: ({ query }) =>
            reader
              .getState()
              .people.filter(({ name, municipality }) => begins(`${name} ${municipality}`, query))
              .slice(0, shown)
              .map(person => ({ kind: 'person', ...person })),
          command: ({ editor, range, props }) => {
            if (props.kind !== 'person') return;
            const mention = { type: 'mention', attrs: { person: props.person } };
            editor
              .chain()
              .focus()
              .insertContentAt(range, [mention, { type: 'text', text: ' ' }])
              .run();
          },
          render: renderedIn(menu),
        }),
      ];
    },
  });
