"""The tour: two calls of the flu story, played by keyboard in the real window, with pictures."""

from console.tour.play import play

__all__ = ["play"]
