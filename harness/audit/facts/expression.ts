/** One argument of a call; `keyword` is empty for a positional one, `*` or `**` for a spread. */
export interface Argument {
  readonly keyword: string;
  readonly value: Expression;
}

export interface Call {
  readonly kind: 'call';
  readonly callee: Expression;
  readonly args: readonly Argument[];
  readonly line: number;
}

/**
 * An expression, as far as the audit looks into it. The same for both languages: `this` and the first
 * parameter of a Python method are both called `self`, `new C()` is a call of `C`.
 */
export type Expression =
  /** A plain dotted chain such as `self.registry.run`. */
  | { readonly kind: 'name'; readonly name: string; readonly line: number }
  | Call
  /** A member of something that is not a plain chain: `f().name`. */
  | { readonly kind: 'member'; readonly of: Expression; readonly name: string }
  /** `of[at]`. */
  | { readonly kind: 'item'; readonly of: Expression; readonly at: readonly Expression[] }
  /** A literal; `text` is the value of a string, the spelling of anything else. */
  | { readonly kind: 'constant'; readonly text: string; readonly string: boolean }
  | { readonly kind: 'await'; readonly of: Expression }
  /** Ternary, `or`, `??`: any of the options may be the value. */
  | {
      readonly kind: 'choice';
      readonly test: Expression | undefined;
      readonly options: readonly Expression[];
    }
  | {
      readonly kind: 'compare';
      readonly left: Expression;
      readonly operator: string;
      readonly right: Expression;
    }
  /** A lambda, arrow or function expression. */
  | {
      readonly kind: 'function';
      readonly params: readonly string[];
      readonly async: boolean;
      readonly body: readonly Statement[];
    }
  | { readonly kind: 'object'; readonly entries: readonly Argument[] }
  | { readonly kind: 'other'; readonly parts: readonly Expression[] };

export interface Handler {
  /** Dotted names of the caught types; empty catches everything. */
  readonly types: readonly string[];
  readonly name: string | undefined;
  readonly body: readonly Statement[];
}

/** A statement, in the words both languages share. `line` counts from 1. */
export type Statement =
  | {
      readonly kind: 'return' | 'yield' | 'expression' | 'raise';
      readonly line: number;
      readonly value: Expression | undefined;
    }
  | { readonly kind: 'assert'; readonly line: number; readonly value: Expression }
  | {
      readonly kind: 'assign';
      readonly line: number;
      readonly targets: readonly string[];
      readonly annotation: string | undefined;
      readonly value: Expression | undefined;
    }
  | {
      readonly kind: 'if';
      readonly line: number;
      readonly test: Expression;
      readonly body: readonly Statement[];
      readonly otherwise: readonly Statement[];
    }
  | {
      readonly kind: 'loop';
      readonly line: number;
      readonly over: Expression | undefined;
      readonly targets: readonly string[];
      readonly body: readonly Statement[];
    }
  | {
      readonly kind: 'with';
      readonly line: number;
      readonly items: readonly { readonly value: Expression; readonly name: string | undefined }[];
      readonly body: readonly Statement[];
    }
  | {
      readonly kind: 'try';
      readonly line: number;
      readonly body: readonly Statement[];
      readonly handlers: readonly Handler[];
      readonly last: readonly Statement[];
    }
  /** A nested class or function: its facts stand in the file, its body under its own name. */
  | { readonly kind: 'definition'; readonly line: number; readonly name: string }
  | { readonly kind: 'import'; readonly line: number }
  | { readonly kind: 'other'; readonly line: number };
