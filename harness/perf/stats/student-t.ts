/** log Γ(x) for x > 0, by the approximation of Lanczos (Press et al., "Numerical Recipes", 2nd edition, section 6.1). */
function logGamma(x: number): number {
  const series = [
    76.18009172947146, -86.50532032941678, 24.01409824083091, -1.231739572450155,
    0.1208650973866179e-2, -0.5395239384953e-5,
  ].reduce((sum, coefficient, index) => sum + coefficient / (x + 1 + index), 1.000000000190015);
  const shifted = x + 5.5;
  return (x + 0.5) * Math.log(shifted) - shifted + Math.log((Math.sqrt(2 * Math.PI) * series) / x);
}

/** Keeps the continued fraction away from division by zero (Lentz's method). */
const away = (x: number): number => (Math.abs(x) < 1e-300 ? 1e-300 : x);

/** The continued fraction of the incomplete beta function, DLMF 8.17.22, evaluated by Lentz's method. */
function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= 300; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    let change = 1;
    for (const term of [even, odd]) {
      d = 1 / away(1 + term * d);
      c = away(1 + term / c);
      change = c * d;
      fraction *= change;
    }
    if (Math.abs(change - 1) < 1e-14) break;
  }
  return fraction;
}

/**
 * Regularised incomplete beta function I_x(a, b), DLMF 8.17. `rest` is 1 − x, given apart because next to 1
 * the difference would lose half of its digits.
 */
function regularisedBeta(x: number, rest: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (rest <= 0) return 1;
  const front = Math.exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(rest),
  );
  // The fraction converges fast only on this side of the mean; the other side follows by symmetry.
  if (x < (a + 1) / (a + b + 2)) return (front * betaFraction(x, a, b)) / a;
  return 1 - (front * betaFraction(rest, b, a)) / b;
}

/** Two-sided p of Student's t with `freedom` degrees of freedom: P(|T| > |t|) (Abramowitz and Stegun 26.7.1). */
export function studentTwoSided(t: number, freedom: number): number {
  const whole = freedom + t * t;
  return regularisedBeta(freedom / whole, (t * t) / whole, freedom / 2, 0.5);
}
