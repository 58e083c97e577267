export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** Platt scaling, fitted on calibration data (`thresholds.json`). */
export interface Calibration {
  readonly scale: number;
  readonly bias: number;
}

/** The calibrated probability that an advert is consistent with a lure, 0 to 1. */
export function calibrate(lureLogit: number, { scale, bias }: Calibration): number {
  return sigmoid(scale * lureLogit + bias);
}
