import { Button } from '@mantine/core';
import IconList from '@tabler/icons-react/dist/esm/icons/IconList.mjs';
import { Icon } from '../../../design/Icon.tsx';
import { ask } from '../transfer/asked.ts';
import type { TransferDesk } from '../transfer/target.ts';
import styles from './EmptyBoard.module.css';
import { TemplateCards } from './TemplateCards.tsx';
import { useText } from './texts.ts';
import { useTemplates } from './use-templates.ts';

type Props = { desk: TransferDesk & { ui: { getState(): { access: 'write' | 'read' } } } };

/** What stands on a board while nothing is there: what it is for, and ways to begin for those who may write. */
export function EmptyBoard({ desk }: Props) {
  const text = useText();
  const put = useTemplates(desk, desk.camera.show);
  if (desk.ui.getState().access !== 'write') return null;
  return (
    <div className={styles.room}>
      <div className={styles.empty}>
        <h2 className={styles.title}>{text('board.empty.title')}</h2>
        <p className={styles.text}>{text('board.empty.text')}</p>
        <TemplateCards look="small" onChoose={put} />
        <Button variant="default" leftSection={<Icon of={IconList} size={20} />} onClick={() => ask('list')}>
          {text('board.template.list')}
        </Button>
      </div>
    </div>
  );
}
