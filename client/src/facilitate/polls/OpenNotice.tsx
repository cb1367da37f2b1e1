import { Button } from '@mantine/core';
import { nameIn } from '@multaqa/shared/name-in';
import { Notice } from '../../design/Notice.tsx';
import { useRoom } from '../../dialogue/room.ts';
import { useMay } from '../../dialogue/use-dialogue.ts';
import { useLanguage } from '../../platform/languages.ts';
import { useText } from './texts.ts';
import { useUnanswered } from './use-unanswered.ts';

/** Says that a poll is open in which one has not voted yet, with the way to it. */
export function OpenNotice() {
  const text = useText();
  const { language } = useLanguage();
  const may = useMay();
  const { showPanel } = useRoom();
  const [run] = useUnanswered();
  if (!run || !may('polls.vote')) return null;
  return (
    <Notice tone="accent" action={<Button onClick={() => showPanel('polls')}>{text('polls.vote-now')}</Button>}>
      {text('polls.notice')} <bdi>{nameIn(run.sheet.question, language)}</bdi>
    </Notice>
  );
}
