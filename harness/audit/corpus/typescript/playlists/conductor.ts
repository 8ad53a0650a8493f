export class PlaylistConductor {
  enqueueTrack(track: string, position: number) {
    return [track, position];
  }

  skipTrack(listener: string) {
    return listener;
  }

  shuffleTracks(seed: number) {
    return seed;
  }

  nowPlaying() {
    return '';
  }
}
