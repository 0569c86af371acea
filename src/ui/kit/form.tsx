import { useEffect, useRef, type ComponentProps, type KeyboardEvent, type MouseEvent } from 'react';

import { isComposing } from '../../view/keys';

interface Props extends Omit<ComponentProps<'form'>, 'onSubmit'> {
  onSubmit: () => void;
}

/** Milliseconds in which a browser that submits has done so. */
const PATIENCE = 100;

/** Enter in one of these submits the form that it is in. */
const TYPED = 'input:not([type=checkbox], [type=radio], [type=file], [type=button])';

/**
 * A form that is submitted by Enter and by its button, in a frame whose sandbox lacks `allow-forms` too: there browsers submit none, and
 * say so to nobody.
 */
export function Form({ onSubmit, ...rest }: Props) {
  const submitted = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const submit = useRef(onSubmit);
  useEffect(() => {
    submit.current = onSubmit;
  });
  const lookAfter = (form: HTMLFormElement) => {
    submitted.current = false;
    // Enter also clicks the button.
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const button = form.querySelector<HTMLButtonElement>('[type=submit]');
      if (submitted.current || !form.isConnected || button?.disabled) return;
      if (form.noValidate || form.checkValidity()) submit.current();
    }, PATIENCE);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || event.defaultPrevented || isComposing(event.nativeEvent)) return;
    if ((event.target as Element).matches(TYPED)) lookAfter(event.currentTarget);
  };
  const onClick = (event: MouseEvent<HTMLFormElement>) => {
    if ((event.target as Element).closest('[type=submit]')) lookAfter(event.currentTarget);
  };
  return (
    // What is pressed and clicked is in it.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <form
      {...rest}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onSubmit={(event) => {
        event.preventDefault();
        submitted.current = true;
        onSubmit();
      }}
    />
  );
}
