import { Button } from '@mantine/core';
import type { Template } from '@multaqa/shared/facilitate/board/templates/templates';
import IconList from '@tabler/icons-react/dist/esm/icons/IconList.mjs';
import { EmptyState } from '../../../design/EmptyState.tsx';
import { Icon } from '../../../design/Icon.tsx';
import styles from './EmptyBoard.module.css';
import { TemplateCards } from './TemplateCards.tsx';
import { useText } from './texts.ts';

type Props = { onTemplate(template: Template, name: string): void; onList(): void };

/** What stands on a board while nothing is there: what it is for, and ways to begin. */
export function EmptyBoard({ onTemplate, onList }: Props) {
  const text = useText();
  return (
    <div className={styles.empty}>
      <EmptyState title={text('board.empty.title')} text={text('board.empty.text')}>
        <Button variant="default" leftSection={<Icon of={IconList} size={20} />} onClick={onList}>
          {text('board.template.list')}
        </Button>
      </EmptyState>
      <TemplateCards onChoose={onTemplate} />
    </div>
  );
}
