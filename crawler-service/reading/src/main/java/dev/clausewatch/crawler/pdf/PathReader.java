package dev.clausewatch.crawler.pdf;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Finds the lines that a page draws: straight strokes, the sides of stroked rectangles, and filled rectangles as thin as a line. */
final class PathReader {

    private static final List<String> OPERATORS =
            List.of("m", "l", "c", "v", "y", "h", "re", "n", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*");

    /** A filled rectangle that is no thinner is an area. */
    private static final double THIN = 3;

    private final PDFStreamEngine engine;
    private final RuledLines rules;

    /** The straight sides of the path, in the order in which they are drawn; of each part a list. */
    private final List<List<Side>> path = new ArrayList<>();

    private int sides;
    private Point2D start = new Point2D.Float();
    private Point2D current = start;

    private record Side(Point2D from, Point2D to) {}

    private PathReader(PDFStreamEngine engine, RuledLines rules) {
        this.engine = engine;
        this.rules = rules;
    }

    /** Lets the engine write what it meets into the rules. */
    static void listen(PDFStreamEngine engine, RuledLines rules) {
        PathReader reader = new PathReader(engine, rules);
        for (String name : OPERATORS) {
            engine.addOperator(reader.new Step(name));
        }
    }

    private final class Step extends OperatorProcessor {

        private final String name;

        Step(String name) {
            super(engine);
            this.name = name;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) throws IOException {
            List<COSNumber> numbers = new ArrayList<>();
            for (COSBase operand : operands) {
                if (operand instanceof COSNumber number) {
                    numbers.add(number);
                }
            }
            step(name, numbers);
        }
    }

    private void step(String name, List<COSNumber> numbers) {
        switch (name) {
            case "m" -> moveTo(point(numbers, 0));
            case "l" -> lineTo(point(numbers, 0));
            case "c" -> current = point(numbers, 4);
            case "v", "y" -> current = point(numbers, 2);
            case "h" -> lineTo(start);
            case "re" -> rectangle(numbers);
            case "S" -> end(true, false);
            case "s" -> closeAndEnd(false);
            case "f", "F", "f*" -> end(false, true);
            case "B", "B*" -> end(true, true);
            case "b", "b*" -> closeAndEnd(true);
            default -> end(false, false);
        }
    }

    private void closeAndEnd(boolean filled) {
        lineTo(start);
        end(true, filled);
    }

    private void moveTo(Point2D point) {
        start = point;
        current = point;
        if (sides <= RuledLines.MOST_PIECES) {
            path.add(new ArrayList<>());
            sides++;
        }
    }

    private void lineTo(Point2D point) {
        if (sides <= RuledLines.MOST_PIECES && !path.isEmpty()) {
            path.getLast().add(new Side(current, point));
            sides++;
        }
        current = point;
    }

    private void rectangle(List<COSNumber> numbers) {
        if (numbers.size() < 4) {
            return;
        }
        float x = numbers.get(0).floatValue();
        float y = numbers.get(1).floatValue();
        float right = x + numbers.get(2).floatValue();
        float top = y + numbers.get(3).floatValue();
        moveTo(place(x, y));
        lineTo(place(right, y));
        lineTo(place(right, top));
        lineTo(place(x, top));
        lineTo(start);
    }

    private void end(boolean stroked, boolean filled) {
        if (sides > RuledLines.MOST_PIECES) {
            rules.addTooMany();
        }
        for (List<Side> part : path) {
            if (stroked) {
                part.forEach(side -> add(side.from, side.to));
            } else if (filled) {
                addIfThin(part);
            }
        }
        path.clear();
        sides = 0;
    }

    private void addIfThin(List<Side> part) {
        if (part.isEmpty()) {
            return;
        }
        double left = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (Side side : part) {
            left = Math.min(left, Math.min(side.from.getX(), side.to.getX()));
            right = Math.max(right, Math.max(side.from.getX(), side.to.getX()));
            top = Math.min(top, Math.min(side.from.getY(), side.to.getY()));
            bottom = Math.max(bottom, Math.max(side.from.getY(), side.to.getY()));
        }
        if (bottom - top <= Math.min(THIN, right - left)) {
            rules.add(left, (top + bottom) / 2, right, (top + bottom) / 2);
        } else if (right - left <= THIN) {
            rules.add((left + right) / 2, top, (left + right) / 2, bottom);
        }
    }

    private void add(Point2D from, Point2D to) {
        rules.add(from.getX(), from.getY(), to.getX(), to.getY());
    }

    private Point2D point(List<COSNumber> numbers, int index) {
        return numbers.size() < index + 2
                ? current
                : place(numbers.get(index).floatValue(), numbers.get(index + 1).floatValue());
    }

    /** Where it is for somebody who reads the page, from its upper left corner. */
    private Point2D place(float x, float y) {
        PDPage page = engine.getCurrentPage();
        PDRectangle box = page.getCropBox();
        Point2D.Float on = engine.transformedPoint(x, y);
        float right = on.x - box.getLowerLeftX();
        float up = on.y - box.getLowerLeftY();
        return switch (page.getRotation()) {
            case 90 -> new Point2D.Float(up, right);
            case 180 -> new Point2D.Float(box.getWidth() - right, up);
            case 270 -> new Point2D.Float(box.getHeight() - up, box.getWidth() - right);
            default -> new Point2D.Float(right, box.getHeight() - up);
        };
    }
}
