import type { ComponentChildren } from 'preact';

/** Drawings beside or instead of text; their meaning is always in the control's name. */
function Icon({ children }: { children: ComponentChildren }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

export const CopyIcon = () => (
  <Icon>
    <rect x="5.5" y="5.5" width="8" height="8" rx="1.5" />
    <path d="M10.5 5.5v-1.5a1.5 1.5 0 0 0-1.5-1.5h-5a1.5 1.5 0 0 0-1.5 1.5v5a1.5 1.5 0 0 0 1.5 1.5h1.5" />
  </Icon>
);

export const WindowIcon = () => (
  <Icon>
    <path d="M7 3.5h-3a1.5 1.5 0 0 0-1.5 1.5v7a1.5 1.5 0 0 0 1.5 1.5h7a1.5 1.5 0 0 0 1.5-1.5v-3" />
    <path d="M9.5 2.5h4v4M13.5 2.5l-6 6" />
  </Icon>
);

export const PanelIcon = () => (
  <Icon>
    <rect x="2.5" y="3.5" width="11" height="9" rx="1.5" />
    <path d="M9.5 3.5v9" />
  </Icon>
);

export const SearchIcon = () => (
  <Icon>
    <circle cx="7" cy="7" r="4.5" />
    <path d="m10.5 10.5 3 3" />
  </Icon>
);

export const WarningIcon = () => (
  <Icon>
    <path d="M8 2.5 14 13.5H2z" />
    <path d="M8 6.5v3M8 11.6v.1" />
  </Icon>
);

export const CheckIcon = () => (
  <Icon>
    <path d="m3 8.5 3.5 3.5 6.5-7.5" />
  </Icon>
);
