"""A picture of a page → the page as recognition wants it: dark on white, evenly lit, upright and level."""

from __future__ import annotations

import numpy
from numpy.typing import NDArray
from PIL import Image, ImageFilter

STEEPEST, STEP, STRAIGHT = 5.0, 0.25, 0.2
# Ink of a page that lies on its side changes far more from column to column than from row to row.
ASIDE = 1.5
# How far above one another the sums of rises and of falls are where a page is surely upright, or upside down.
TURNED = 0.08
# Ink is so much darker than its surroundings; a rule or an edge takes more of a row than letters do.
DARKER, LONG = 25.0, 0.55
FEW_POINTS, MOST_POINTS = 300, 40_000
# Ink that is nearly as light as its paper is none; paper whose light varies more than this is full of specks.
BLANK, GRAINY = 0.9, 0.02
# Paper is white from this part of the way between its ink and its light.
WHITE = 0.85
BLOCK = 24
# A ground darker than this, or lit so unevenly, and ink paler than this, are mended.
DARK, UNEVEN, PALE = 110.0, 0.8, 110.0

Points = tuple[NDArray[numpy.float32], NDArray[numpy.float32]]


def evened(image: Image.Image) -> Image.Image:
    """Light letters on dark paper are turned round; shadows and pale ink are made up for. Good scans are left as they are."""
    grey = numpy.asarray(image, dtype=numpy.float32)
    if float(numpy.median(grey)) < DARK:
        grey = 255 - grey
    ground = _ground(Image.fromarray(grey.astype(numpy.uint8)))
    low, high = numpy.percentile(ground, (5, 95))
    lit = numpy.clip(grey / numpy.maximum(ground, 1.0), 0.0, 1.0).astype(numpy.float32)
    darkest = _darkest(lit)
    if darkest > BLANK or (low > UNEVEN * high and high - _darkest(grey) > 255 - PALE):
        return Image.fromarray(grey.astype(numpy.uint8))
    stretched = (lit - darkest) / (WHITE * (1.0 - darkest)) * 255
    mended = Image.fromarray(numpy.clip(stretched, 0, 255).astype(numpy.uint8))
    grain = float(lit[lit > max(BLANK, darkest + 0.1)].std())
    return mended.filter(ImageFilter.MedianFilter(3)) if grain > GRAINY else mended


def _darkest(grey: NDArray[numpy.float32]) -> float:
    """What the ink of a single line of text is like."""
    count = min(FEW_POINTS, grey.size - 1)
    return float(numpy.partition(grey.ravel(), count)[:count].mean())


def _ground(image: Image.Image) -> NDArray[numpy.float32]:
    """The paper under the ink: the light of the lightest parts around each place."""
    small = image.resize((max(1, image.width // BLOCK), max(1, image.height // BLOCK)), Image.Resampling.BOX)
    light = small.filter(ImageFilter.MaxFilter(3)).filter(ImageFilter.GaussianBlur(1))
    return numpy.asarray(light.resize(image.size, Image.Resampling.BILINEAR), dtype=numpy.float32)


def straightened(image: Image.Image) -> Image.Image:
    """Upright and level."""
    ys, xs = _ink(image)
    if not len(ys):
        return image
    angle, level = _tilt(ys, xs)
    angle_aside, aside = _tilt(xs, -ys)
    if aside > ASIDE * level:
        image, angle, ys, xs = image.transpose(Image.Transpose.ROTATE_270), angle_aside, xs, -ys
    image = image if abs(angle) < STRAIGHT else image.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)
    return image.transpose(Image.Transpose.ROTATE_180) if _is_upside_down(ys, xs, angle) else image


def _ink(image: Image.Image) -> Points:
    """Places of ink on half of the picture: darker than what is around. Grounds are none, nor are long rules and edges; nothing where
    there is too little of it, or too much for text."""
    small = image.resize((max(1, image.width // 2), max(1, image.height // 2)), Image.Resampling.BOX)
    around = numpy.asarray(small.filter(ImageFilter.BoxBlur(BLOCK // 2)), dtype=numpy.float32)
    ink = numpy.asarray(small, dtype=numpy.float32) < around - DARKER
    ink[:, ink.mean(0) > LONG] = False
    ink[ink.mean(1) > LONG] = False
    ys, xs = numpy.nonzero(ink)
    if not 400 < len(ys) < ink.size // 2:
        ys, xs = ys[:0], xs[:0]
    return ys.astype(numpy.float32), xs.astype(numpy.float32)


def _rows(ys: NDArray[numpy.float32], xs: NDArray[numpy.float32], angle: float) -> NDArray[numpy.float64]:
    """How much ink each row has, were the page turned by `angle`."""
    rows = (ys - xs * numpy.tan(numpy.radians(angle))).astype(numpy.int32)
    return numpy.bincount(rows - rows.min()).astype(numpy.float64)


def _tilt(ys: NDArray[numpy.float32], xs: NDArray[numpy.float32]) -> tuple[float, float]:
    """The angle at which lines of text are level, and how much the ink of the rows differs there from row to row."""

    step = max(1, len(ys) // MOST_POINTS)
    ys, xs = ys[::step], xs[::step]

    def sharpness(angle: float) -> float:
        return float((numpy.diff(_rows(ys, xs, angle)) ** 2).sum())

    angles = numpy.arange(-STEEPEST, STEEPEST + STEP, STEP)
    best = float(max(angles, key=lambda angle: (sharpness(float(angle)), -abs(angle))))
    flat, most = sharpness(0.0), sharpness(best)
    return (best, most) if most > 1.05 * flat else (0.0, flat)


def _is_upside_down(ys: NDArray[numpy.float32], xs: NDArray[numpy.float32], angle: float) -> bool:
    """More letters rise above the others than hang below the line, so that ink ends more sharply at the foot of a line."""
    steps = numpy.diff(_rows(ys, xs, angle))
    rises, falls = float((steps[steps > 0] ** 3).sum()), float((-(steps[steps < 0] ** 3)).sum())
    return rises - falls > TURNED * (rises + falls)
