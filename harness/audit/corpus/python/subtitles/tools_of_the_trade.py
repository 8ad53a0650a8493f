from abc import ABC, abstractmethod
from dataclasses import dataclass


@dataclass
class CueTiming:
    start_ms: int
    factor: float


class CueAligner(ABC):
    @abstractmethod
    def shift_cues(self, cues, offset_ms): ...

    @abstractmethod
    def stretch_cues(self, cues, factor): ...


class SpeechSync:
    def shift_cues(self, cues, offset_ms):
        return cues

    def match_speech(self, cues, waveform):
        return waveform


class QuickSubtitleAligner:
    def __init__(self, frame_rate):
        self.rate = frame_rate

    async def shift_cues(self, cues, offset_ms):
        return cues

    async def stretch_cues(self, cues, factor):
        return cues

    async def match_speech(self, cues, waveform):
        return cues


class CaptionTimer:
    def __init__(self, frame_rate, language):
        self.language = language

    def shift_cues(self, cues, offset_ms):
        return []

    def stretch_cues(self, cues, factor):
        return []

    def list_languages(self):
        return [self.language]


class TranscriptSearch:
    def match_phrase(self, cues, phrase):
        return [cue for cue in cues if phrase in cue]


class SubtitleStyle:
    def set_colour(self, colour):
        self.colour = colour

    def set_size(self, size):
        self.size = size
