import { Button, Menu } from '@mantine/core';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { type Editor, useEditorState } from '@tiptap/react';
import { Icon } from '../../../design/Icon.tsx';
import { MenuOnDemand } from '../../../design/MenuOnDemand.tsx';
import type { Suggestion } from './decide.ts';
import styles from './SuggestionsBar.module.css';
import { decideOn, isSuggesting } from './suggesting.ts';
import { useText } from './texts.ts';
import { useSuggestions } from './use-suggestions.ts';

/** What is suggested in the text, one after the other, to be accepted or rejected. Nothing while nothing is. */
export function SuggestionsBar({ editor }: { editor: Editor }) {
  const text = useText();
  const suggestions = useSuggestions(editor);
  const { caret, isOn } = useEditorState({
    editor,
    selector: ({ editor }) => ({ caret: editor.state.selection.from, isOn: isSuggesting(editor) }),
  });
  const here = suggestions.find(({ from, to }) => from <= caret && caret <= to);
  const next = suggestions.find(({ from }) => from > caret) ?? suggestions[0];
  const choose = ({ from, to }: Suggestion) =>
    editor.chain().focus().setTextSelection({ from, to }).scrollIntoView().run();
  const decide = (isAccepted: boolean) => {
    if (!here) return;
    decideOn(editor, here.id, isAccepted);
    editor.commands.focus();
  };
  if (suggestions.length === 0) return isOn ? <p className={styles.bar}>{text('suggestions.on')}</p> : null;
  return (
    <section className={styles.bar} aria-label={text('suggestions.title')}>
      <span className={styles.words}>
        {here ? <Words suggestion={here} /> : text('suggestions.count', { count: suggestions.length })}
      </span>
      {here && (
        <>
          <Button variant="subtle" px={8} leftSection={<Icon of={IconCheck} size={18} />} onClick={() => decide(true)}>
            {text('suggestions.accept')}
          </Button>
          <Button variant="subtle" px={8} leftSection={<Icon of={IconX} size={18} />} onClick={() => decide(false)}>
            {text('suggestions.reject')}
          </Button>
        </>
      )}
      {next && next !== here && (
        <Button variant="subtle" px={8} onClick={() => choose(next)}>
          {text(here ? 'suggestions.next' : 'suggestions.show')}
        </Button>
      )}
      <MenuOnDemand label={text('suggestions.all')}>
        <Menu.Item onClick={() => decideOn(editor, null, true)}>{text('suggestions.accept-all')}</Menu.Item>
        <Menu.Item onClick={() => decideOn(editor, null, false)}>{text('suggestions.reject-all')}</Menu.Item>
      </MenuOnDemand>
    </section>
  );
}

function Words({ suggestion: { removed, added } }: { suggestion: Suggestion }) {
  return (
    <>
      {removed && (
        <del className={styles.removed}>
          <bdi>{removed}</bdi>
        </del>
      )}{' '}
      {added && (
        <ins className={styles.added}>
          <bdi>{added}</bdi>
        </ins>
      )}
    </>
  );
}
