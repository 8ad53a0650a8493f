/** Puts pictures together as a film: `shownMs` is how long each of them is to be seen. Gives WebM as base64. */
(() => {
  /** @param {number} ms */
  const wait = (ms) => new Promise((done) => setTimeout(done, ms));

  /** @param {string} jpeg */
  async function readPicture(jpeg) {
    const bytes = Uint8Array.from(atob(jpeg), (character) => character.charCodeAt(0));
    return createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
  }

  /** @param {Blob} film */
  async function encode(film) {
    const bytes = new Uint8Array(await film.arrayBuffer());
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text);
  }

  /** @param {{ jpeg: string, shownMs: number }[]} pictures */
  async function makeFilm(pictures) {
    const canvas = document.createElement('canvas');
    const pen = canvas.getContext('2d');
    const stream = canvas.captureStream();
    /** @type {Blob[]} */
    const parts = [];
    /** @type {MediaRecorder | undefined} */
    let recorder;
    for (const { jpeg, shownMs } of pictures) {
      const picture = await readPicture(jpeg);
      if (recorder === undefined) {
        canvas.width = picture.width;
        canvas.height = picture.height;
        recorder = new MediaRecorder(stream, { mimeType: 'video/webm;codecs=vp8' });
        recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
        recorder.start();
      }
      pen?.drawImage(picture, 0, 0);
      await wait(shownMs);
    }
    if (recorder === undefined) return '';
    const ended = recorder;
    await new Promise((done) => {
      ended.addEventListener('stop', done);
      ended.stop();
    });
    return encode(new Blob(parts, { type: 'video/webm' }));
  }

  Reflect.set(globalThis, 'goldenPathFilm', makeFilm);
})();
