class SubtitleAligner:
    def __init__(self, frame_rate):
        self.frame_rate = frame_rate

    def shift_cues(self, cues, offset_ms):
        return [(start + offset_ms, text) for start, text in cues]

    def stretch_cues(self, cues, factor):
        return [(start * factor, text) for start, text in cues]

    def match_speech(self, cues, waveform):
        return cues
