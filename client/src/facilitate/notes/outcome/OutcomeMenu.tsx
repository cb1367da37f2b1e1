import { Menu } from '@mantine/core';
import { languages } from '@multaqa/shared/kernel/languages';
import IconLanguage from '@tabler/icons-react/dist/esm/icons/IconLanguage.mjs';
import IconPilcrow from '@tabler/icons-react/dist/esm/icons/IconPilcrow.mjs';
import IconTag from '@tabler/icons-react/dist/esm/icons/IconTag.mjs';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import type { Node } from '@tiptap/pm/model';
import type { Editor } from '@tiptap/react';
import { Icon } from '../../../design/Icon.tsx';
import { MenuOnDemand } from '../../../design/MenuOnDemand.tsx';
import { offerUndo } from '../../../design/toasts.tsx';
import { useLanguageName } from '../../../platform/languages.ts';
import { languageOf } from './language-of.ts';
import { addTranslation, dissolveOutcome, removeTranslation } from './outcome-blocks.ts';
import { useText } from './texts.ts';
import type { outcomeActions } from './use-outcome.ts';

type Props = {
  editor: Editor;
  node: Node;
  actions: ReturnType<typeof outcomeActions>;
  onDetails(): void;
};

/** What can be done with an outcome as a whole. */
export function OutcomeMenu({ editor, node, actions, onDetails }: Props) {
  const text = useText();
  return (
    <MenuOnDemand label={text('outcome.actions')}>
      <Menu.Item leftSection={<Icon of={IconTag} size={20} />} onClick={onDetails}>
        {text('outcome.details')}
      </Menu.Item>
      <Translations node={node} editor={editor} actions={actions} />
      <Menu.Item
        leftSection={<Icon of={IconPilcrow} size={20} />}
        onClick={() => actions.change((change, outcome) => dissolveOutcome(change, outcome))}
      >
        {text('outcome.dissolve')}
      </Menu.Item>
      <Menu.Item
        leftSection={<Icon of={IconTrash} size={20} />}
        onClick={() => {
          actions.change((change, { at, node }) => change.delete(at, at + node.nodeSize));
          offerUndo({
            message: text('outcome.removed'),
            label: text('common.undo'),
            undo: () => editor.commands.undo(),
          });
        }}
      >
        {text('outcome.remove')}
      </Menu.Item>
    </MenuOnDemand>
  );
}

function Translations({ node, editor, actions }: Pick<Props, 'node' | 'editor' | 'actions'>) {
  const text = useText();
  const nameOf = useLanguageName();
  const icon = <Icon of={IconLanguage} size={20} />;
  if (node.childCount > 2)
    return (
      <Menu.Item leftSection={icon} onClick={() => actions.change(removeTranslation)}>
        {text('outcome.translation.remove')}
      </Menu.Item>
    );
  const own = languageOf(actions.placed()?.node ?? node);
  return languages
    .filter(language => language !== own)
    .map(language => (
      <Menu.Item
        key={language}
        leftSection={icon}
        onClick={() => {
          actions.change((change, outcome) => addTranslation(change, outcome, language));
          // The menu gives the focus back to its button first.
          requestAnimationFrame(() => editor.commands.focus());
        }}
      >
        {text('outcome.translation.add', { language: nameOf(language) })}
      </Menu.Item>
    ));
}
