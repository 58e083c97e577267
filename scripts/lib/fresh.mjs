// @ts-check

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, link?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lock
 */

/**
 * Whether `node_modules` holds what the lock file asks for. npm writes what it installed into `node_modules/.package-lock.json`.
 * Packages for other systems (`optional`) are never installed and prove nothing.
 * @param {Lock} wanted package-lock.json
 * @param {Lock | null} installed node_modules/.package-lock.json, null where there is none
 */
export function isFresh(wanted, installed) {
  if (!installed?.packages) return false;
  const have = installed.packages;
  return Object.entries(wanted.packages ?? {}).every(([path, locked]) => {
    if (path === '' || locked.optional) return true;
    const found = have[path];
    return found !== undefined && found.version === locked.version && found.integrity === locked.integrity;
  });
}
