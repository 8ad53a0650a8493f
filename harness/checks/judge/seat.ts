import type { CheckContext, CheckDeclaration, CheckFold } from '../../contract/check.ts';

/** One check at work. A fold that throws leaves its seat: it is `unknown` from then on and disturbs nobody. */
export class Seat {
  readonly check: CheckDeclaration;
  /** Why the promises leave the check out. */
  readonly leftOut: string | undefined;
  fold: CheckFold | undefined;
  crashed: { readonly error: unknown } | undefined;

  constructor(check: CheckDeclaration, context: CheckContext) {
    this.check = check;
    const applies = check.applies?.(context.promises) ?? true;
    this.leftOut = applies === true ? undefined : applies;
    if (applies === true) this.guard(() => (this.fold = check.open(context)));
  }

  guard(act: () => void): void {
    try {
      act();
    } catch (error) {
      this.crash(error);
    }
  }

  crash(error: unknown): void {
    this.crashed = { error };
    this.fold = undefined;
  }
}
