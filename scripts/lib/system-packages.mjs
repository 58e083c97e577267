// @ts-check

/** Letters of every script the extension reads, for screenshots and for the popup on a bare machine. */
const FONTS = ['fonts-noto-core', 'fonts-noto-cjk', 'fonts-noto-color-emoji'];

/**
 * Debian packages to install.
 * @param {{ chromium: boolean, firefox: boolean, venv: boolean, installed: ReadonlySet<string> | null }} present what the
 *   machine has; `installed` null where it has no Debian packages at all, so that fonts cannot be judged
 * @param {{ tests: boolean }} need
 * @returns {string[]}
 */
export function aptPlan(present, { tests }) {
  const { installed } = present;
  const fonts = installed === null ? [] : FONTS.filter((font) => !installed.has(font));
  if (!tests) return present.chromium || present.firefox ? [] : ['chromium', ...fonts];
  return [
    ...(present.chromium ? [] : ['chromium']),
    ...(present.firefox ? [] : ['firefox-esr']),
    ...(present.venv ? [] : ['python3-venv']),
    ...fonts,
  ];
}
