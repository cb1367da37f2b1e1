import { useMediaQuery } from '@mantine/hooks';
import IconMoodSmile from '@tabler/icons-react/dist/esm/icons/IconMoodSmile.mjs';
import { useRoom } from '../../dialogue/room.ts';
import type { RoomFeature, RoomMenuEntry } from '../../dialogue/room-feature.ts';
import { useMay } from '../../dialogue/use-dialogue.ts';
import { AboveStage } from './AboveStage.tsx';
import { ReactItems } from './ReactItems.tsx';
import { RoomLine } from './RoomLine.tsx';
import { useReactMenu } from './react-menu.ts';
import { Temperature } from './Temperature.tsx';
import { useText } from './texts.ts';

/** What people show each other without a word. */
export const reactionsFeature: RoomFeature = {
  name: 'reactions',
  in: 'rooms',
  Notice: Temperature,
  AboveStage,
  RoomLine,
  useMenuEntry,
  shortcuts: [{ key: 'r', useAction }],
};

const isSmallScreen = '(max-width: 960px)';

/** On small screens, whose bar has no room for the button. */
function useMenuEntry(): RoomMenuEntry | null {
  const text = useText();
  const { room } = useRoom();
  const may = useMay();
  const isSmall = useMediaQuery(isSmallScreen, false, { getInitialValueInEffect: false });
  if (!isSmall || !may('reactions.sign', { room })) return null;
  return { icon: IconMoodSmile, label: text('reactions.react'), Page: ReactItems };
}

function useAction() {
  const text = useText();
  const { room } = useRoom();
  const may = useMay();
  const { setOpen } = useReactMenu();
  const isSmall = useMediaQuery(isSmallScreen, false, { getInitialValueInEffect: false });
  if (isSmall || !may('reactions.sign', { room })) return null;
  return { label: text('reactions.react'), run: () => setOpen(true) };
}
