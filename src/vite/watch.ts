/**
 * Watches a project's folders. The system's own events for folders, taken directly, come within a millisecond or two;
 * Vite's watcher looks at every file of a folder for each of them, which costs a thousand slides tens of milliseconds.
 */

import { type FSWatcher, watch } from "node:fs";
import { join } from "node:path";
import { insideOf, isFolder, isLink, leadsBack, list } from "../project/disk.ts";

export interface Watching {
  close(): void;
}

/**
 * Tells of files that have changed, come or gone. Events may be missed, as on network drives, and may tell of nothing.
 *
 * @param folders relative to the root; need not be there yet
 * @param changed called with absolute paths, once for all events that come together
 */
export function watchFolders(root: string, folders: readonly string[], changed: (paths: readonly string[]) => void): Watching {
  const watchers = new Map<string, FSWatcher>();
  const pending = new Set<string>();
  let closed = false;
  const tell = (): void => {
    const paths = [...pending];
    pending.clear();
    if (!closed) changed(paths);
  };
  const note = (path: string): void => {
    if (!wanted(path)) return;
    // A file that is written anew is first emptied: both events are waiting, and are one when all have been taken.
    if (pending.size === 0) setImmediate(tell);
    pending.add(path);
  };
  const wanted = (path: string): boolean => folders.some((folder) => under(path, join(root, folder)) || under(join(root, folder), path));
  const drop = (folder: string): void => {
    for (const [path, watcher] of watchers) {
      if (!under(path, folder)) continue;
      watcher.close();
      watchers.delete(path);
    }
  };
  const follow = (folder: string, isNew: boolean): void => {
    if (closed || watchers.has(folder) || !wanted(folder)) return;
    // Such a link would bring in a folder without end, or all of this machine.
    if (isLink(folder) && (leadsBack(folder) || !insideOf(root, folders)(folder))) return isNew ? note(folder) : undefined;
    try {
      const watcher = watch(folder, (_event, name) => {
        if (name === null) return;
        const path = join(folder, name);
        if (isFolder(path)) return follow(path, true);
        // It may have been a folder: another of that name is another to watch.
        drop(path);
        note(path);
      });
      watcher.on("error", () => drop(folder));
      watchers.set(folder, watcher);
    } catch {
      // Gone again, or not ours to read: what is in it is not seen, as with any file that cannot be read.
      return;
    }
    const items = list(folder);
    if (typeof items === "string") return;
    for (const item of items) {
      const path = join(folder, item.name);
      if (item.isDirectory() || isFolder(path)) follow(path, isNew);
      else if (isNew) note(path);
    }
  };
  follow(root, false);
  return {
    close: () => {
      closed = true;
      for (const watcher of watchers.values()) watcher.close();
      watchers.clear();
    },
  };
}

function under(path: string, folder: string): boolean {
  return path === folder || path.startsWith(join(folder, "/"));
}
