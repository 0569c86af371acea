import { Monitor, Moon, Sun } from 'lucide-react';
import { IconButton } from '../kit/button';
import { useStoreOf } from '../kit/session-context';
import { chooseTheme, themeStore, type ThemeChoice } from '../kit/theme/theme';

const NEXT: Record<ThemeChoice, ThemeChoice> = { system: 'light', light: 'dark', dark: 'system' };
const NAMES: Record<ThemeChoice, string> = {
  system: 'Colours follow the system',
  light: 'Light colours',
  dark: 'Dark colours',
};
const ICONS = { system: Monitor, light: Sun, dark: Moon };

/** Each press goes on to the next of three: as the system, light, dark. */
export function ThemeButton() {
  const choice = useStoreOf(themeStore, (s) => s.choice);
  const Icon = ICONS[choice];
  return (
    <IconButton label={`${NAMES[choice]}; change`} onClick={() => chooseTheme(NEXT[choice])}>
      <Icon size={16} aria-hidden />
    </IconButton>
  );
}
