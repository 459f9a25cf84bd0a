import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Translate } from './translate.js';

/** Carries the texts to every part of the view. */
export const TextContext = createContext<Translate>((key) => key);

/** The texts, inside a component. */
export const useText = (): Translate => useContext(TextContext);
