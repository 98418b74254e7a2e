// Takes everything that could reach another computer, or keep something on this one, away from the worker before anything else
// of it runs. The page's security policy stands in the page and does not bind a worker that comes as a file of its own.

const DOORS = [
  "fetch",
  "fetchLater",
  "XMLHttpRequest",
  "WebSocket",
  "WebSocketStream",
  "WebTransport",
  "EventSource",
  "RTCPeerConnection",
  "RTCDataChannel",
  "BroadcastChannel",
  "Worker",
  "SharedWorker",
  "importScripts",
  "indexedDB",
  "caches",
  "cookieStore",
  "Notification",
  "PushManager",
  "FontFace",
  "eval",
];

/** `navigator` leads to others: messages that outlive the page, stores, devices. */
const OF_NAVIGATOR = ["sendBeacon", "storage", "serviceWorker", "storageBuckets", "serial", "hid", "usb", "locks"];

function shut(room: object, doors: readonly string[]): void {
  for (let owner: object | null = room; owner !== null; owner = Object.getPrototypeOf(owner) as object | null) {
    for (const door of doors) {
      if (!Object.hasOwn(owner, door)) continue;
      Object.defineProperty(owner, door, { value: undefined, writable: false, configurable: false });
    }
  }
}

shut(globalThis, DOORS);
shut(navigator, OF_NAVIGATOR);
