import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';

interface ComboboxProps<Option> {
  label: string;
  /** The id of the element that says what is wrong with it. Undefined: nothing is. */
  describedBy?: string | undefined;
  placeholder: string;
  text: string;
  onText: (text: string) => void;
  options: readonly Option[];
  keyOf: (option: Option) => string;
  render: (option: Option) => ReactNode;
  onChoose: (option: Option) => void;
}

/** A field with suggestions, by the pattern "combobox" of WAI-ARIA: arrows, Enter, Escape. */
export function Combobox<Option>(props: ComboboxProps<Option>) {
  const { label, describedBy, placeholder, text, onText, options, keyOf, render, onChoose } = props;
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(0);
  const isShown = isOpen && options.length > 0;
  const choose = (option: Option | undefined) => {
    if (option === undefined) return;
    onChoose(option);
    setIsOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setIsOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : options.length - 1;
      setActive((active + step) % Math.max(options.length, 1));
    } else if (event.key === 'Enter') {
      // Within a form, Enter would send it.
      event.preventDefault();
      if (isShown) choose(options[active]);
    } else if (event.key === 'Escape') setIsOpen(false);
  };
  return (
    <>
      <input
        role="combobox"
        aria-label={label}
        aria-expanded={isShown}
        aria-controls={`${id}-options`}
        aria-activedescendant={isShown ? `${id}-${active}` : undefined}
        aria-invalid={describedBy ? true : undefined}
        aria-describedby={describedBy}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        dir={text ? 'auto' : undefined}
        placeholder={placeholder}
        value={text}
        onChange={(event) => {
          onText(event.target.value);
          setActive(0);
          setIsOpen(true);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setIsOpen(false)}
      />
      <div role="listbox" id={`${id}-options`} aria-label={label} hidden={!isShown}>
        {options.map((option, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the input handles the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the input has the focus of its list
          <div
            key={keyOf(option)}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === active}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(option)}
          >
            {render(option)}
          </div>
        ))}
      </div>
    </>
  );
}
