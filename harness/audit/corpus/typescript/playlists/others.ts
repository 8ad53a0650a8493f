export class PartyQueue {
  enqueueTrack(track: string, position: number) {
    return track + position;
  }
  skipTrack(listener: string) {
    return listener.length;
  }
  nowPlaying() {
    return 'silence';
  }
}

export const radioPlaylist = {
  enqueueTrack(track: string, position: number) {
    return [position, track];
  },
  skipTrack(listener: string) {
    return [listener];
  },
  shuffleTracks: (seed: number) => seed * 2,
};

export class KioskPlaylistConductor {
  enqueueTrack(track: string) {
    return track;
  }
  shuffleTracks(seed: number) {
    return -seed;
  }
  volumeUp(step: number) {
    return step;
  }
}

export class TrackLibrary {
  findTrack(title: string) {
    return title;
  }
  addTrack(title: string, album: string) {
    return title + album;
  }
}

export class PlaylistError extends Error {
  skipTrack(listener: string) {
    return listener;
  }
}

export class FakePlaylistConductor {
  enqueueTrack(track: string, position: number) {
    return void [track, position];
  }
  skipTrack(listener: string) {
    return void listener;
  }
}

export class PodcastShelf {
  nowPlaying() {
    return 'news';
  }
  subscribeShow(show: string) {
    return show;
  }
}
