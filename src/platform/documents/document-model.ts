import type { Language } from '../i18n/message.js';

/** A paper as its author means it; `renderPdf` and `renderHtml` show the same one. All texts are in `language` already. */
export interface DocumentModel {
  readonly language: Language;
  /** Whose official paper it is: set large and red above the title, as papers of authorities are. */
  readonly masthead?: string;
  readonly title: string;
  readonly subtitle?: string;
  readonly sections: readonly DocumentSection[];
  readonly footer: DocumentFooter;
  /** When its content was fixed. It stands in the file's metadata, so that the same model always gives the same bytes. */
  readonly datedAt: Date;
}

export interface DocumentFooter {
  /** The paper's number, e.g. `GJ-2026-000123`. */
  readonly number: string;
  /** SHA-256 of what the paper says, where it has one. */
  readonly hash?: string;
}

export interface DocumentSection {
  readonly heading?: string;
  readonly blocks: readonly DocumentBlock[];
}

export type DocumentBlock = ParagraphBlock | FactsBlock | TableBlock | ListBlock | ChartBlock;

export interface ParagraphBlock {
  readonly kind: 'paragraph';
  /** A line break begins a new line. */
  readonly text: string;
}

export interface FactsBlock {
  readonly kind: 'facts';
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}

export interface TableBlock {
  readonly kind: 'table';
  readonly caption?: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly string[])[];
  /** Rows below the last, set bold and kept with it. */
  readonly totals?: readonly (readonly string[])[];
}

export interface TableColumn {
  readonly heading: string;
  /** Numbers stand at the right, so that their digits stand below each other. */
  readonly isNumber?: boolean;
  /** Share of the width in relation to the other columns; 1 where left out. */
  readonly weight?: number;
}

export interface ListBlock {
  readonly kind: 'list';
  readonly isNumbered?: boolean;
  readonly items: readonly string[];
}

/** One value for each label: over time as a line, of parts as bars. Null where there is none. */
export interface ChartBlock {
  readonly kind: 'chart';
  readonly caption: string;
  readonly shape: 'line' | 'bars';
  readonly labels: readonly string[];
  readonly values: readonly (number | null)[];
  /** How a value is written: times the factor, with so many decimals, then the suffix. */
  readonly unit: { readonly factor: number; readonly decimals: number; readonly suffix: string };
}
