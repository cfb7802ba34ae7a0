"""The second reader of drafts: a small network that learned from labelled replies, run by ONNX Runtime."""
