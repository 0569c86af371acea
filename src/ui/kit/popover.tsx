import { cloneElement, createContext, use, useId, useRef, useState } from 'react';
import type { ComponentProps, ComponentType, MouseEvent, ReactElement, ReactNode } from 'react';
import { DialogBoundary } from './dialog-boundary';
import { lazyPart } from './lazy-part';
import type { PopoverSheetProps } from './popover-sheet';
import { repeatable } from './repeatable';

type Sheet = ComponentType<PopoverSheetProps>;

let source: () => Promise<Sheet> = () => Promise.reject(new Error('Popovers have no sheets.'));

/** Says where the sheets of popovers come from: src/ui/app knows the file that is fetched after the first answer. */
export function popoverSheetsFrom(from: () => Promise<Sheet>): void {
  source = from;
}

let come: Sheet | null = null;
const fetched = repeatable(async () => (come = await source()));
const LaterSheet = lazyPart(fetched);

type Button = ReactElement<ComponentProps<'button'>>;

interface Props extends Pick<PopoverSheetProps, 'label' | 'align' | 'width'> {
  trigger: Button;
  children: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}

const Close = createContext<() => void>(() => undefined);

/** A small sheet beside its button; closes on Escape and on a click elsewhere. */
export function Popover({ trigger, children, open: asked, onOpenChange, ...sheet }: Props) {
  const [own, setOwn] = useState(false);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const open = asked ?? own;
  const change = (next: boolean) => {
    setOwn(next);
    onOpenChange?.(next);
  };
  const close = () => change(false);
  return (
    <>
      {cloneElement(trigger, {
        ref: button,
        'aria-haspopup': 'dialog',
        'aria-expanded': open,
        'aria-controls': open ? id : undefined,
        ...whenClicked(trigger, () => change(!open)),
      })}
      {open && (
        <DialogBoundary what={sheet.label} onClose={close} onAgain={() => change(true)}>
          <Opened {...sheet} id={id} button={button} onClose={close}>
            <Close value={close}>{children}</Close>
          </Opened>
        </DialogBoundary>
      )}
    </>
  );
}

/** The sheet itself where its code is loaded already: through `lazy` React would show it some frames later. */
function Opened(props: PopoverSheetProps) {
  const [Sheet] = useState(() => come ?? LaterSheet);
  return <Sheet {...props} />;
}

/** Wraps a button that closes the popover when it is chosen. */
export function PopoverClose({ children }: { children: Button }) {
  return cloneElement(children, whenClicked(children, use(Close)));
}

/** A click handler that calls the button's own one first. */
const whenClicked = ({ props }: Button, then: () => void) => ({
  onClick: (event: MouseEvent<HTMLButtonElement>) => {
    props.onClick?.(event);
    then();
  },
});
