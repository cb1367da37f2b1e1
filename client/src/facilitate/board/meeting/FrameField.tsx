import { NativeSelect } from '@mantine/core';
import { saidBy } from '@multaqa/shared/facilitate/board/templates/sentences';
import { useSyncExternalStore } from 'react';
import { useLanguage } from '../../../platform/languages.ts';
import type { Board } from '../scene/open-board.ts';
import { useText } from './texts.ts';

type Props = { label: string; none: string; board: Board; value: string | null; onChange(frame: string | null): void };

/** Which frame of the board something is about; there is nothing to choose where there is none. */
export function FrameField({ label, none, board, value, onChange }: Props) {
  const text = useText();
  const { language } = useLanguage();
  const scene = useSyncExternalStore(board.subscribe, board.scene);
  const frames = [...scene.values()].flatMap(thing => (thing.kind === 'frame' ? [thing] : []));
  if (frames.length === 0) return null;
  const nameOf = (words: string, says: string | null) =>
    words.trim() || saidBy(says ?? '', language) || text('meeting.frame.nameless');
  return (
    <NativeSelect
      label={label}
      value={value ?? ''}
      onChange={event => onChange(event.currentTarget.value || null)}
      data={[
        { value: '', label: none },
        ...frames.map(frame => ({ value: frame.id, label: nameOf(frame.text, frame.says) })),
      ]}
    />
  );
}
