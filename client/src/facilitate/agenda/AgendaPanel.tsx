import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { EmptyState } from '../../design/EmptyState.tsx';
import { Scroller, TabBody } from '../../design/Scroller.tsx';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import { useRoom } from '../../dialogue/room.ts';
import { useMay } from '../../dialogue/use-dialogue.ts';
import styles from './AgendaPanel.module.css';
import { BlockList } from './BlockList.tsx';
import { CurrentBlock } from './CurrentBlock.tsx';
import { ParkBox } from './ParkBox.tsx';
import { ParkingLot } from './ParkingLot.tsx';
import { useText } from './texts.ts';
import { useBlocks } from './use-blocks.ts';

/** What goes on, what comes, and what is put aside. */
export function AgendaPanel() {
  const text = useText();
  const { session } = useRoom().session;
  const hasBlocks = useBlocks(session).length > 0;
  return (
    <TabBody>
      <Scroller label={text('agenda.tab')}>
        <div className={styles.parts}>
          {hasBlocks ? (
            <>
              <CurrentBlock />
              <BlockList />
            </>
          ) : (
            <NoAgenda />
          )}
          <ParkingLot />
        </div>
      </Scroller>
      <ParkBox />
    </TabBody>
  );
}

function NoAgenda() {
  const text = useText();
  const { id } = useDialogue();
  const { session } = useRoom().session;
  const mayPlan = useMay()('agenda.put');
  return (
    <EmptyState title={text('agenda.none')} text={text(mayPlan ? 'agenda.none.hosts' : 'agenda.none.text')}>
      {mayPlan && (
        <Button variant="default" component={Link} to={`/d/${id}/sessions/${session}/agenda`}>
          {text('agenda.to-plan')}
        </Button>
      )}
    </EmptyState>
  );
}
