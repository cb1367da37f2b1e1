import { Menu } from '@mantine/core';
import { type Alignment, alignments } from '@multaqa/shared/facilitate/board/scene/arrange';
import { isWritten, type Thing } from '@multaqa/shared/facilitate/board/scene/thing';
import type { Icon as Shape } from '@tabler/icons-react';
import IconArrowMerge from '@tabler/icons-react/dist/esm/icons/IconArrowMerge.mjs';
import IconArrowsSplit from '@tabler/icons-react/dist/esm/icons/IconArrowsSplit.mjs';
import IconArrowUpRight from '@tabler/icons-react/dist/esm/icons/IconArrowUpRight.mjs';
import IconBoxMultiple from '@tabler/icons-react/dist/esm/icons/IconBoxMultiple.mjs';
import IconCopy from '@tabler/icons-react/dist/esm/icons/IconCopy.mjs';
import IconLayersSubtract from '@tabler/icons-react/dist/esm/icons/IconLayersSubtract.mjs';
import IconLayoutAlignBottom from '@tabler/icons-react/dist/esm/icons/IconLayoutAlignBottom.mjs';
import IconLayoutAlignCenter from '@tabler/icons-react/dist/esm/icons/IconLayoutAlignCenter.mjs';
import IconLayoutAlignLeft from '@tabler/icons-react/dist/esm/icons/IconLayoutAlignLeft.mjs';
import IconLayoutAlignMiddle from '@tabler/icons-react/dist/esm/icons/IconLayoutAlignMiddle.mjs';
import IconLayoutAlignRight from '@tabler/icons-react/dist/esm/icons/IconLayoutAlignRight.mjs';
import IconLayoutAlignTop from '@tabler/icons-react/dist/esm/icons/IconLayoutAlignTop.mjs';
import IconLayoutDistributeHorizontal from '@tabler/icons-react/dist/esm/icons/IconLayoutDistributeHorizontal.mjs';
import IconLayoutDistributeVertical from '@tabler/icons-react/dist/esm/icons/IconLayoutDistributeVertical.mjs';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import IconPin from '@tabler/icons-react/dist/esm/icons/IconPin.mjs';
import IconPinnedOff from '@tabler/icons-react/dist/esm/icons/IconPinnedOff.mjs';
import IconStackBack from '@tabler/icons-react/dist/esm/icons/IconStackBack.mjs';
import IconStackFront from '@tabler/icons-react/dist/esm/icons/IconStackFront.mjs';
import { Icon } from '../../../../design/Icon.tsx';
import { write } from '../hand/select.ts';
import type { SurfaceParts } from '../parts.ts';
import { useText } from '../texts.ts';
import { useDesk } from '../use-desk.ts';
import * as arrange from './arrange-chosen.ts';
import styles from './ChosenBar.module.css';
import { LookEntries } from './LookEntries.tsx';

type Props = { things: readonly Thing[]; Entries: SurfaceParts['Entries'] };

/** Everything that can be done with what is chosen and has no button of its own. */
export function ChosenMenu({ things, Entries }: Props) {
  const text = useText();
  const desk = useDesk();
  const [only] = things.length === 1 ? things : [];
  const isFixed = things.every(thing => thing.fixed);
  const notes = things.filter(({ kind }) => kind === 'note');
  const isPair = things.length === 2 && things.every(({ kind }) => kind !== 'arrow' && kind !== 'stroke');
  const hasParts = things.some(({ id }) => desk.look.partsOf(id).length > 0);
  const mayChange = things.some(thing => desk.mayChange(thing));
  return (
    <>
      {mayChange && (
        <>
          {only && isWritten(only) && (
            <Entry icon={IconPencil} label={text('surface.write')} run={() => write(desk, only)} />
          )}
          <LookEntries things={things} />
          {notes.length > 1 && (
            <Entry icon={IconArrowMerge} label={text('surface.merge')} run={() => arrange.merge(desk)} />
          )}
          {isPair && (
            <Entry icon={IconArrowUpRight} label={text('surface.connect')} run={() => arrange.connect(desk)} />
          )}
          {hasParts && (
            <Entry icon={IconArrowsSplit} label={text('surface.take-apart')} run={() => arrange.takeApart(desk)} />
          )}
        </>
      )}
      <Entry icon={IconCopy} label={text('surface.duplicate')} run={() => arrange.duplicate(desk)} />
      {Entries && <Entries things={things} desk={desk} />}
      {mayChange && (
        <>
          <Menu.Divider />
          {things.length > 1 && <Arrangement />}
          <Entry icon={IconStackFront} label={text('surface.front')} run={() => arrange.reorder(desk, 'front')} />
          <Entry icon={IconStackBack} label={text('surface.back')} run={() => arrange.reorder(desk, 'back')} />
          <Entry
            icon={isFixed ? IconPinnedOff : IconPin}
            label={text(isFixed ? 'surface.release' : 'surface.fix')}
            run={() => arrange.fix(desk)}
          />
        </>
      )}
    </>
  );
}

function Entry({ icon, label, run }: { icon: Shape; label: string; run(): void }) {
  return (
    <Menu.Item leftSection={<Icon of={icon} size={20} />} onClick={run}>
      {label}
    </Menu.Item>
  );
}

const signs: Record<Alignment, Shape> = {
  ...{ left: IconLayoutAlignLeft, centre: IconLayoutAlignCenter, right: IconLayoutAlignRight },
  ...{ top: IconLayoutAlignTop, middle: IconLayoutAlignMiddle, bottom: IconLayoutAlignBottom },
};

/** Things in line, at even distances, and together. */
function Arrangement() {
  const text = useText();
  const desk = useDesk();
  const things = desk.chosenThings();
  const isGroup = things.some(({ group }) => group !== null);
  const sign = (key: string, icon: Shape, label: string, run: () => void) => (
    <Menu.Item key={key} className={styles.sign ?? ''} aria-label={label} title={label} onClick={run}>
      <Icon of={icon} size={20} />
    </Menu.Item>
  );
  return (
    <>
      <div className={styles.row} dir="ltr">
        {alignments.map(side =>
          sign(side, signs[side], text(`surface.align.${side}`), () => arrange.align(desk, side)),
        )}
      </div>
      {things.length > 2 && (
        <div className={styles.row} dir="ltr">
          {sign('across', IconLayoutDistributeVertical, text('surface.distribute.across'), () =>
            arrange.distribute(desk, 'across'),
          )}
          {sign('down', IconLayoutDistributeHorizontal, text('surface.distribute.down'), () =>
            arrange.distribute(desk, 'down'),
          )}
        </div>
      )}
      <Entry icon={IconBoxMultiple} label={text('surface.group')} run={() => arrange.group(desk)} />
      {isGroup && <Entry icon={IconLayersSubtract} label={text('surface.ungroup')} run={() => arrange.ungroup(desk)} />}
      <Menu.Divider />
    </>
  );
}
